package vn.thongsuot.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import vn.thongsuot.calendar.Spell;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.Words;

/// A year's days off and make-up days as an iCalendar object (RFC 5545), for the calendars people already keep.
/// The same day has the same `UID` in every download, so that importing again changes and does not double.
final class ICalendar {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /// Octets of a content line before it must be folded: RFC 5545 §3.1.
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();
    private final Words words;
    private final Locale locale;

    private ICalendar(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /// @param stamp when the calendar's version was made
    static String of(WorkingCalendar calendar, int year, Instant stamp, Words words, Locale locale) {
        ICalendar written = new ICalendar(words, locale);
        written.line("BEGIN", "VCALENDAR");
        written.line("VERSION", "2.0");
        written.line("PRODID", "-//Thong Suot//calendar//VI");
        written.line("CALSCALE", "GREGORIAN");
        written.line("METHOD", "PUBLISH");
        written.line("NAME", escaped(calendar.name().in(locale)));
        written.line("X-WR-CALNAME", escaped(calendar.name().in(locale)));
        calendar.spells(year).forEach(spell -> written.event(calendar, spell, stamp));
        written.line("END", "VCALENDAR");
        return written.text.toString();
    }

    private void event(WorkingCalendar calendar, Spell spell, Instant stamp) {
        LocalDate first = spell.first().date();
        line("BEGIN", "VEVENT");
        line("UID", uid(calendar, first));
        line("DTSTAMP", STAMP.format(stamp));
        line("SEQUENCE", String.valueOf(calendar.version()));
        line("DTSTART;VALUE=DATE", DATE.format(first));
        line("DTEND;VALUE=DATE", DATE.format(spell.last().plusDays(1)));
        line("SUMMARY", escaped(spell.first().text(words, locale)));
        line("DESCRIPTION", escaped(description(spell)));
        line("STATUS", spell.first().confirmed() ? "CONFIRMED" : "TENTATIVE");
        line("TRANSP", "TRANSPARENT");
        line("CLASS", "PUBLIC");
        line("END", "VEVENT");
    }

    private String description(Spell spell) {
        String source = spell.first().source().in(locale);
        return spell.first().confirmed() ? source : source + "\n" + words.of(locale, "calendar.not-announced");
    }

    private static String uid(WorkingCalendar calendar, LocalDate day) {
        String name =
                "thongsuot:calendar:" + calendar.id() + ":" + calendar.name().vi() + ":" + day;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// RFC 5545 §3.3.11.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /// Writes a content line, folded between characters, never inside one.
    private void line(String name, String value) {
        String whole = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < whole.length(); ) {
            int letter = whole.codePointAt(i);
            String shown = Character.toString(letter);
            int more = shown.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(shown);
            octets += more;
            i += Character.charCount(letter);
        }
        text.append("\r\n");
    }
}
