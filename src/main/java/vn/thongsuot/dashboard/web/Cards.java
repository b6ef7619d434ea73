package vn.thongsuot.dashboard.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.HomeCard;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.Words;

/// What the modules tell a person on the home page, in the reader's language.
@Component
class Cards {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final List<HomeCard> cards;
    private final Words words;

    Cards(List<HomeCard> cards, Words words) {
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.words = words;
    }

    List<HomeView.Card> of(Actor actor, Locale locale) {
        return cards.stream()
                .flatMap(card -> card.of(actor).stream())
                .map(card -> shown(card, locale))
                .toList();
    }

    private HomeView.Card shown(HomeCard.View card, Locale locale) {
        Object[] arguments = card.arguments().stream()
                .map(argument -> shown(argument, locale))
                .toArray();
        String hint = card.hint();
        return new HomeView.Card(
                words.of(locale, card.title()),
                card.number(),
                words.of(locale, card.label(), arguments),
                hint == null ? null : words.of(locale, hint, arguments),
                card.href(),
                card.icon(),
                card.state());
    }

    private static Object shown(Object argument, Locale locale) {
        return switch (argument) {
            case Text text -> text.in(locale);
            case LocalDate date -> DAY.format(date);
            default -> argument;
        };
    }
}
