package vn.thongsuot.shared;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// **Nhiều dòng một lần.** Many rows of a table as one parameter: `json_populate_recordset(null::the.table, …)` reads
/// them. Every component of a row's record is a column of the same name, in snake case.
public final class BulkRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private BulkRows() {}

    public static String of(List<? extends Record> rows) {
        return JSON.writeValueAsString(rows);
    }
}
