package dev.bellrope.app.directory.web;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.routing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of skills and duties and who has them: the reverse of how people are stored, so that gaps are visible. */
@Controller
class SkillsPage {
    private final Directory directory;

    SkillsPage(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/settings/skills")
    String skills(Model model) {
        Map<String, List<Person>> skills = new TreeMap<>();
        Map<String, List<Person>> duties = new TreeMap<>();
        for (Person person : directory.people()) {
            person.skills()
                    .forEach(skill -> skills.computeIfAbsent(skill, one -> new ArrayList<>())
                            .add(person));
            person.duties()
                    .forEach(duty -> duties.computeIfAbsent(duty, one -> new ArrayList<>())
                            .add(person));
        }
        model.addAttribute("skills", skills);
        model.addAttribute("duties", duties);
        return "settings/skills";
    }
}
