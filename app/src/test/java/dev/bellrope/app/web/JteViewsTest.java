package dev.bellrope.app.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class JteViewsTest {
    private final JteViews views = new JteViews();

    @Test
    void rendersATemplateByItsNameWithTheModelEscaped() throws Exception {
        var response = new MockHttpServletResponse();
        requireNonNull(views.resolveViewName("console/plain", Locale.ENGLISH))
                .render(Map.of("title", "Příliš", "text", "<b>&"), new MockHttpServletRequest(), response);
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getContentAsString()).contains("<title>Příliš</title>", "<p>&lt;b&gt;&amp;</p>");
    }

    @Test
    void leavesOtherNamesToOthers() {
        assertThat(views.resolveViewName("redirect:/", Locale.ENGLISH)).isNull();
    }
}
