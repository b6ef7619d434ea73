package vn.thongsuot.organization;

/// Text for a cell of a CSV file: what a spreadsheet would take for a formula is written with an apostrophe before
/// it, and read back without.
final class Guarded {

    private static final String DANGEROUS = "=+-@\t\r";

    private Guarded() {}

    static String cell(String text) {
        return text.isEmpty() || (DANGEROUS.indexOf(text.charAt(0)) < 0 && !guarded(text)) ? text : "'" + text;
    }

    static String open(String cell) {
        return guarded(cell) ? cell.substring(1) : cell;
    }

    private static boolean guarded(String text) {
        String rest = text.replaceFirst("^'+", "");
        return rest.length() < text.length() && !rest.isEmpty() && DANGEROUS.indexOf(rest.charAt(0)) >= 0;
    }
}
