package vn.thongsuot.notification;

import java.time.Instant;
import java.util.List;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// **Thông báo.** What a module tells one officer. Holds no personal data: codes, names of procedures,
/// times.
///
/// @param post under which the officer is concerned: says which, to who holds several
/// @param about what it is about; see {@link Notifications#settle}
/// @param cause what made it, unique for the receiver, such as an event's `dossier:<id>:<version>`
/// @param words message key of the posting module; `<words>.detail`, where written, is a second line
/// @param arguments fill the placeholders of both lines
/// @param link where it leads, a path of this installation; whoever follows it is asked there whether they
/// may
/// @param at business time
public record Notice(
        OfficerId receiver,
        PostId post,
        Thing about,
        String cause,
        String words,
        List<String> arguments,
        String link,
        boolean urgent,
        Instant at) {

    private static final int LONGEST = 300;

    public Notice {
        arguments = List.copyOf(arguments);
        // A link that leaves the installation, or a text without end, is a mistake of the module that posts it.
        if (!link.startsWith("/") || link.startsWith("//") || link.contains("\\") || link.length() > LONGEST) {
            throw new IllegalArgumentException("not a path: " + link);
        }
        if (cause.isEmpty() || cause.length() > LONGEST) {
            throw new IllegalArgumentException("not a cause: " + cause);
        }
        if (arguments.stream()
                .anyMatch(argument ->
                        argument.length() > 2 * LONGEST || argument.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("not an argument of " + words);
        }
    }
}
