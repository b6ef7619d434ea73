package vn.thongsuot.incoming.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.incoming.IncomingStatus;
import vn.thongsuot.incoming.IncomingView;

/// **Một văn bản đến.** A document, its files, why it is where it is, and what its reader may do now.
///
/// @param direction what the leader wrote last; null before it was given to anybody
/// @param director who that was
/// @param recalled why its sender wants it back; null where it does not
/// @param seen what tells this page from a newer one
/// @param error why the last act was refused; null where none was
public record IncomingPage(
        IncomingView document,
        String agency,
        String sender,
        String handler,
        List<Station> flow,
        List<Paper> papers,
        List<Act> acts,
        List<Choice> officers,
        @Nullable String direction,
        String director,
        @Nullable String recalled,
        String seen,
        May may,
        @Nullable String error) {

    /// One step of the way: past, now or to come.
    public record Station(String title, String who, String when, String mark) {}

    /// A file, how many pages of it can be drawn.
    public record Paper(String name, String href, int pages) {}

    /// What was done, by whom.
    public record Act(
            String title, String who, String when, @Nullable String reason) {}

    /// Somebody it may be given to.
    public record Choice(String value, String title) {}

    /// What the reader may do to the document as it is.
    public record May(boolean register, boolean assign, boolean start, boolean finish, boolean answerRecall) {

        public boolean anything() {
            return register || assign || start || finish || answerRecall;
        }
    }

    public IncomingStatus status() {
        return document.status();
    }

    /// The address of one of its acts.
    public String act(String name) {
        return "/incoming/" + document.id() + "/" + name;
    }
}
