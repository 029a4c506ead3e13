package dev.bellrope.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives the commands that start a server the application to start. */
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
