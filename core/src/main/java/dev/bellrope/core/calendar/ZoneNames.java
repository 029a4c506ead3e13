package dev.bellrope.core.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Maps outdated time zone ids to their current names in the tz database. */
final class ZoneNames {
    /**
     * The entries of the tz database file {@code backward} that are still in use; java.time accepts these names without
     * resolving the links.
     */
    static final Map<String, String> CURRENT = Map.ofEntries(
            Map.entry("US/Alaska", "America/Anchorage"),
            Map.entry("US/Arizona", "America/Phoenix"),
            Map.entry("US/Central", "America/Chicago"),
            Map.entry("US/Eastern", "America/New_York"),
            Map.entry("US/Hawaii", "Pacific/Honolulu"),
            Map.entry("US/Michigan", "America/Detroit"),
            Map.entry("US/Mountain", "America/Denver"),
            Map.entry("US/Pacific", "America/Los_Angeles"),
            Map.entry("Canada/Atlantic", "America/Halifax"),
            Map.entry("Canada/Central", "America/Winnipeg"),
            Map.entry("Canada/Eastern", "America/Toronto"),
            Map.entry("Canada/Mountain", "America/Edmonton"),
            Map.entry("Canada/Newfoundland", "America/St_Johns"),
            Map.entry("Canada/Pacific", "America/Vancouver"),
            Map.entry("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
            Map.entry("America/Indianapolis", "America/Indiana/Indianapolis"),
            Map.entry("America/Montreal", "America/Toronto"),
            Map.entry("Brazil/East", "America/Sao_Paulo"),
            Map.entry("Chile/Continental", "America/Santiago"),
            Map.entry("Mexico/General", "America/Mexico_City"),
            Map.entry("Asia/Calcutta", "Asia/Kolkata"),
            Map.entry("Asia/Dacca", "Asia/Dhaka"),
            Map.entry("Asia/Katmandu", "Asia/Kathmandu"),
            Map.entry("Asia/Rangoon", "Asia/Yangon"),
            Map.entry("Asia/Saigon", "Asia/Ho_Chi_Minh"),
            Map.entry("Asia/Tel_Aviv", "Asia/Jerusalem"),
            Map.entry("Asia/Ulan_Bator", "Asia/Ulaanbaatar"),
            Map.entry("Australia/ACT", "Australia/Sydney"),
            Map.entry("Australia/LHI", "Australia/Lord_Howe"),
            Map.entry("Australia/NSW", "Australia/Sydney"),
            Map.entry("Australia/North", "Australia/Darwin"),
            Map.entry("Australia/Queensland", "Australia/Brisbane"),
            Map.entry("Australia/South", "Australia/Adelaide"),
            Map.entry("Australia/Tasmania", "Australia/Hobart"),
            Map.entry("Australia/Victoria", "Australia/Melbourne"),
            Map.entry("Australia/West", "Australia/Perth"),
            Map.entry("Europe/Kiev", "Europe/Kyiv"),
            Map.entry("Cuba", "America/Havana"),
            Map.entry("Egypt", "Africa/Cairo"),
            Map.entry("Eire", "Europe/Dublin"),
            Map.entry("GB", "Europe/London"),
            Map.entry("Hongkong", "Asia/Hong_Kong"),
            Map.entry("Iran", "Asia/Tehran"),
            Map.entry("Israel", "Asia/Jerusalem"),
            Map.entry("Japan", "Asia/Tokyo"),
            Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("PRC", "Asia/Shanghai"),
            Map.entry("Poland", "Europe/Warsaw"),
            Map.entry("Portugal", "Europe/Lisbon"),
            Map.entry("ROK", "Asia/Seoul"),
            Map.entry("Singapore", "Asia/Singapore"),
            Map.entry("Turkey", "Europe/Istanbul"));

    private ZoneNames() {}

    /**
     * Returns the zone under its current name.
     *
     * @throws IllegalArgumentException for an offset other than UTC, because it would be an hour off for half of the
     *     year
     */
    static ZoneId canonical(String calendar, ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return ZoneId.of("UTC");
        }
        if (zone.getRules().isFixedOffset()) {
            throw new IllegalArgumentException(
                    "the zone \"" + zone + "\" of the calendar \"" + calendar
                            + "\" is an offset, which knows no summer time; accepted are regions such as Europe/Prague, and UTC");
        }
        String current = CURRENT.get(zone.getId());
        return current == null ? zone : ZoneId.of(current);
    }
}
