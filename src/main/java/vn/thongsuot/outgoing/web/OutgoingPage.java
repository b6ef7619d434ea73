package vn.thongsuot.outgoing.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.exchange.DeliveryState;
import vn.thongsuot.exchange.Recall;
import vn.thongsuot.outgoing.OutgoingStatus;
import vn.thongsuot.outgoing.OutgoingView;

/// **Một văn bản đi.** A document, its file, its receivers, what happened, and what its reader may do now.
///
/// @param kept why it is numbered but not sealed yet, in words; null where nothing kept it
/// @param error why the last act was refused; null where none was
public record OutgoingPage(
        OutgoingView document,
        String agency,
        String signer,
        String drafter,
        List<Station> flow,
        List<Paper> papers,
        List<Receiver> receivers,
        List<Act> acts,
        May may,
        @Nullable String kept,
        @Nullable String error) {

    /// One step of the way: past, now or to come.
    public record Station(String title, String who, String when, String mark) {}

    /// A file, how many pages of it can be drawn.
    public record Paper(String kind, String name, String href, int pages) {}

    /// How far a receiver is; no state before it was sent.
    public record Receiver(
            String name,
            @Nullable DeliveryState state,
            Recall recall,
            @Nullable String reason,
            @Nullable Instant changed,
            int tries,
            boolean failed) {}

    /// What was done, by whom.
    public record Act(
            String title, String who, String when, @Nullable String reason) {}

    /// What the reader may do to the document as it is.
    public record May(
            boolean draft,
            boolean withdraw,
            boolean sign,
            boolean number,
            boolean issue,
            boolean cancel,
            boolean recall) {

        public boolean anything() {
            return draft || withdraw || sign || number || issue || cancel || recall;
        }
    }

    public OutgoingStatus status() {
        return document.status();
    }

    /// The address of one of its acts.
    public String act(String name) {
        return "/outgoing/" + document.id() + "/" + name;
    }
}
