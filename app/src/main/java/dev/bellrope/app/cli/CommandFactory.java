package dev.bellrope.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Creates the commands, and passes the Spring application to those that start a server. */
record CommandFactory(Class<?> application) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ServeCommand.class) {
            return type.cast(new ServeCommand(application));
        }
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(application));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
