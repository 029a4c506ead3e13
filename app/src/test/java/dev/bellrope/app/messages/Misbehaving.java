package dev.bellrope.app.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that does what real ones do on a bad day. */
final class Misbehaving implements AutoCloseable {
    enum Manner {
        /** Takes the whole mail and is gone before it says so. */
        DROP_FIRST_AFTER_DATA,
        REFUSE_RECIPIENT,
        REFUSE_FOR_NOW
    }

    private final ServerSocket socket;
    private final Manner manner;
    private final List<String> messageIds = new CopyOnWriteArrayList<>();

    Misbehaving(Manner manner) {
        this.manner = manner;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::listen);
    }

    String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    /** Of every mail whose data came in. */
    List<String> messageIds() {
        return messageIds;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                talk(connection);
            } catch (IOException gone) {
                // the client is gone, or the test is over
            }
        }
    }

    private String recipient() {
        return switch (manner) {
            case REFUSE_RECIPIENT -> "550 5.1.1 no such user";
            case REFUSE_FOR_NOW -> "451 4.7.1 not now";
            case DROP_FIRST_AFTER_DATA -> "250 ok";
        };
    }

    private void talk(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        say(connection, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split("[ :]", 2)[0]) {
                case "RCPT" -> say(connection, recipient());
                case "DATA" -> {
                    say(connection, "354 go on");
                    for (String data = in.readLine(); !".".equals(data); data = in.readLine()) {
                        if (data != null && data.startsWith("Message-ID")) {
                            messageIds.add(data);
                        }
                    }
                    if (manner == Manner.DROP_FIRST_AFTER_DATA && messageIds.size() == 1) {
                        return;
                    }
                    say(connection, "250 taken");
                }
                case "QUIT" -> {
                    say(connection, "221 bye");
                    return;
                }
                default -> say(connection, "250 ok");
            }
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
