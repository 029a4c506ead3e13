package dev.bellrope.app.history;

/** Text made safe for a page, and the bars that stand in its tables. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A part of a bar: its class in the style sheet and how long it is. */
    record Part(String style, long length) {}

    /** A bar over the whole width of its cell; the numbers beside it say the same, so it is hidden from readers aloud. */
    static String bar(long whole, Part... parts) {
        StringBuilder svg = new StringBuilder(
                "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        svg.append("<rect class=\"track\" width=\"100\" height=\"10\"/>");
        double x = 0;
        for (Part part : parts) {
            double width = whole <= 0 ? 0 : (double) part.length() / whole * 100;
            if (width > 0) {
                svg.append("<rect class=\"")
                        .append(part.style())
                        .append("\" x=\"")
                        .append(Numbers.plain(x))
                        .append("\" width=\"")
                        .append(Numbers.plain(width))
                        .append("\" height=\"10\"/>");
            }
            x += width;
        }
        return svg.append("</svg>").toString();
    }
}
