package vn.thongsuot.procedure.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.HandlingLevel;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.web.Typed;

/// The question a list of procedures answers, as it stands in the address.
record ProcedureQuery(Procedures.Filter filter) {

    static ProcedureQuery of(Typed typed) {
        return new ProcedureQuery(new Procedures.Filter(
                Typed.query(typed.text("q")),
                typed.given("level") ? typed.choice("level", HandlingLevel.class) : null,
                typed.given("channel") ? typed.choice("channel", Channel.class) : null,
                typed.orNull("field"),
                typed.given("standing") ? typed.choice("standing", Procedures.Standing.class) : null));
    }

    ProcedureQuery with(Procedures.@Nullable Standing standing) {
        return new ProcedureQuery(
                new Procedures.Filter(filter.query(), filter.level(), filter.channel(), filter.field(), standing));
    }

    boolean narrowed() {
        return !filter.equals(Procedures.Filter.of(""));
    }

    /// The address of `path` with this question, from the part `after` on.
    String href(String path, @Nullable String after) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "q", filter.query().isEmpty() ? null : filter.query());
        put(fields, "level", filter.level());
        put(fields, "channel", filter.channel());
        put(fields, "field", filter.field());
        put(fields, "standing", filter.standing());
        put(fields, "after", after);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        fields.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(fields).toUriString();
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
