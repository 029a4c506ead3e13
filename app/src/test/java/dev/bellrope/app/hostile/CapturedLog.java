package dev.bellrope.app.hostile;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;

/** What the console would show meanwhile, to the letter. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");
    private static final int MOST = 20_000;

    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final PatternLayout layout = new PatternLayout();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    /** With the pattern of the console. */
    CapturedLog(String pattern) {
        LoggerContext loggers = root.getLoggerContext();
        layout.setContext(loggers);
        layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
        layout.setPattern(pattern);
        layout.start();
        setContext(loggers);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String entry = layout.doLayout(event);
        if (entries.size() < MOST) {
            entries.add(entry);
        }
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            failures.add(entry);
        }
    }

    List<String> entries() {
        return List.copyOf(entries);
    }

    /** The newest failure, for whoever asks what was behind an answer. */
    String newestFailure() {
        return failures.isEmpty() ? "" : failures.getLast();
    }

    /** Entries that look like several, or that steer a terminal. */
    List<String> forged() {
        return entries.stream().filter(CapturedLog::isForged).toList();
    }

    private static boolean isForged(String entry) {
        long beginnings = LINE_BREAK
                .splitAsStream(entry)
                .filter(line -> BEGINNING.matcher(line).lookingAt())
                .count();
        return beginnings != 1 || CONTROL.matcher(entry).find();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
