package dev.bellrope.app.playbooks;

import dev.bellrope.app.directory.holidays.CountryHolidays;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlaybookConfiguration {
    @Bean
    PlaybookReader playbookReader(CountryHolidays holidays) {
        return new PlaybookReader(holidays);
    }
}
