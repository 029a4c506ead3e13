package dev.bellrope.app.messages.webhook;

import java.util.Map;
import org.springframework.stereotype.Component;

@Component
public class Webhooks {
    public void publish(String kind, String escalation, Map<String, ?> data) {}
}
