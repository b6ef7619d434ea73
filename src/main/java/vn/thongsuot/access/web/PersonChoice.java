package vn.thongsuot.access.web;

import java.util.List;

/// **Chọn người.** Whom a form is about to name: what was looked for, who was found, who is chosen.
///
/// @param more whether more were found than are shown
public record PersonChoice(String query, List<Person> people, String chosen, boolean more) {

    public PersonChoice {
        people = List.copyOf(people);
    }

    /// One person to choose, with the posts they hold.
    public record Person(String id, String name, String posts) {}
}
