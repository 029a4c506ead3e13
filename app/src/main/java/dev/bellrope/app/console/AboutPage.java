package dev.bellrope.app.console;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.database.AboutDatabase;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.settings.Settings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page about the installation: what is running, and whether it keeps up. */
@Controller
class AboutPage {
    private final AboutDatabase database;
    private final AlarmTable alarms;
    private final Playbooks playbooks;
    private final Settings settings;
    private final ObjectProvider<BuildProperties> build;
    private final Clock clock;

    AboutPage(
            AboutDatabase database,
            AlarmTable alarms,
            Playbooks playbooks,
            Settings settings,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.database = database;
        this.alarms = alarms;
        this.playbooks = playbooks;
        this.settings = settings;
        this.build = build;
        this.clock = clock;
    }

    @GetMapping("/settings/about")
    String about(CurrentUser who, Model model) {
        BuildProperties built = build.getIfAvailable();
        model.addAttribute("version", built == null ? "" : String.valueOf(built.getVersion()));
        model.addAttribute("database", database.get());
        model.addAttribute("backlog", alarms.backlog(clock.instant()));
        model.addAttribute("playbook", playbooks.inForce().version());
        model.addAttribute("baseUrl", settings.baseUrl().toString());
        model.addAttribute("java", Runtime.version().toString());
        model.addAttribute("now", clock.instant());
        model.addAttribute("administrator", who.isAdministrator());
        return "settings/about";
    }
}
