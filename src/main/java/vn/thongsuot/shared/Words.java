package vn.thongsuot.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// **Lời trên màn hình.** Every message of every module: `messages/<module>.properties` in Vietnamese,
/// `messages/<module>_en.properties`
/// in English. Keys begin with the module's name, problems with `problem.<module>.`.
@Component
public final class Words {

    public static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;

    public Words() {
        ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();
        source.setBasenames(basenames());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        // Every message is a pattern, with arguments or without: an apostrophe is doubled in all of them.
        source.setAlwaysUseMessageFormat(true);
        source.setCacheMillis(-1);
        this.messages = source;
    }

    /// The message `key` for a reader of `locale`. Throws {@link NoSuchMessageException} for a key nobody wrote.
    public String of(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// Whether somebody wrote `key`.
    public boolean has(String key) {
        return messages.getMessage(key, null, null, VIETNAMESE) != null;
    }

    /// The messages as Spring's own classes ask for them (validation, security).
    public MessageSource source() {
        return messages;
    }

    /// The key of a constant: `organization.level.` and `DEPARTMENT` make `organization.level.department`.
    public static String key(String prefix, Enum<?> constant) {
        return prefix + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String[] basenames() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
            return Arrays.stream(files)
                    .map(Resource::getFilename)
                    .filter(name -> name != null && !name.endsWith("_en.properties"))
                    .map(name -> "classpath:messages/" + name.substring(0, name.length() - ".properties".length()))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
