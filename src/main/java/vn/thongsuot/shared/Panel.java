package vn.thongsuot.shared;

import java.util.Optional;

/// **Khung chen.** Lets a lower module show its things on an upper module's page: it registers an htmx fragment
/// for a subject.
public interface Panel {

    int order();

    /// The address of the fragment for `thing`, or nothing where this panel does not belong there.
    Optional<String> href(Thing thing, SignedIn reader);
}
