package dev.bellrope.app.tasks;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.task.TaskTopic;
import org.springframework.stereotype.Component;

/** A task can be about an account of the directory. */
@Component
class AccountTopics implements TopicLookup {
    private final Directory directory;

    AccountTopics(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String kind() {
        return TaskTopic.ACCOUNT;
    }

    @Override
    public String example() {
        return "an account with its id, such as acme";
    }

    @Override
    public boolean has(String key, VisibleAccounts visible) {
        return visible.has(key) && directory.findAccount(key).isPresent();
    }
}
