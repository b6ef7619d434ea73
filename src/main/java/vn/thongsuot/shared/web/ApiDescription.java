package vn.thongsuot.shared.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import vn.thongsuot.shared.Problem;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Words;

/// Describes the API at `/v3/api-docs`: each operation with the permission it needs, read from where it is enforced,
/// and every problem it may answer with (RFC 9457).
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM_JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final Pattern PERMISSION = Pattern.compile("hasAuthority\\('([A-Z_]+)'\\)");
    private static final int FIRST_ERROR = 400;

    private final Words words;

    ApiDescription(Words words) {
        this.words = words;
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Thông Suốt")
                        .version("1")
                        .description("""
                                What programs may ask of a province's installation. Names are Vietnamese; days are \
                                ISO dates of the business calendar, periods include both their days. A list answers \
                                with `items`, `total` and `next`; send `next` back as `after` for the next part. \
                                Errors are `application/problem+json` (RFC 9457): `type` is stable, `title` and \
                                `detail` are words for people.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/").description("This installation"))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description(
                                                "An API token of an account (`ts_…`), shown once when it is issued; "
                                                        + "it may do what the account may, or less, until it ends or is revoked."))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer permissionsAndProblems() {
        return (operation, method) -> {
            describe(operation, method);
            return operation;
        };
    }

    /// Whatever else was found out about answers, they are one of two kinds. The problem's shape is added last:
    /// until here nothing refers to it, and it would be dropped as unused.
    @Bean
    OpenApiCustomizer twoMediaTypes() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().forEach(ApiDescription::oneMediaType));
        };
    }

    private void describe(Operation operation, HandlerMethod method) {
        PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PreAuthorize.class);
        Matcher named = PERMISSION.matcher(rule == null ? "" : rule.value());
        String permission = named.matches() ? named.group(1) : null;
        String before = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        if (permission == null) {
            operation.description(before + "Permission: none.").security(List.of());
        } else {
            operation
                    .description(before + "Permission: `" + permission + "`.")
                    .addSecurityItem(new SecurityRequirement().addList(BEARER))
                    .addExtension("x-permission", permission);
        }
        ApiResponses answers = operation.getResponses();
        answers.keySet().removeIf(ApiDescription::isError);
        problems(operation, method, permission != null).forEach((status, problems) -> {
            ApiResponse answer = new ApiResponse().description(String.join("; ", problems));
            answers.addApiResponse(status, answer);
        });
    }

    /// By status: `code: title`.
    private Map<String, List<String>> problems(Operation operation, HandlerMethod method, boolean guarded) {
        List<Problem> problems = new ArrayList<>(List.of(
                SharedProblem.BAD_REQUEST,
                SharedProblem.FIELD_INVALID,
                SharedProblem.TOO_MANY_REQUESTS,
                SharedProblem.UNEXPECTED));
        if (guarded) {
            problems.add(SharedProblem.SIGN_IN_NEEDED);
            problems.add(SharedProblem.NOT_ALLOWED);
        }
        if (operation.getRequestBody() != null) {
            problems.add(SharedProblem.TOO_LARGE);
        }
        Refuses own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Refuses.class);
        if (own != null) {
            Arrays.stream(own.value()).forEach(name -> problems.add(named(own, name)));
        }
        Map<String, List<String>> byStatus = new TreeMap<>();
        for (Problem problem : problems) {
            byStatus.computeIfAbsent(String.valueOf(Answers.status(problem.kind())), _ -> new ArrayList<>())
                    .add("`" + problem.code() + "`: " + words.of(Locale.ENGLISH, "problem." + problem.code()));
        }
        return byStatus;
    }

    private static Problem named(Refuses refuses, String name) {
        return Arrays.stream(refuses.of().getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .map(Problem.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(refuses.of() + " has no " + name));
    }

    private static boolean isError(String status) {
        return !status.chars().allMatch(Character::isDigit) || Integer.parseInt(status) >= FIRST_ERROR;
    }

    private static void oneMediaType(String status, ApiResponse answer) {
        if (isError(status)) {
            Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
            answer.setContent(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(schema)));
        } else if (answer.getContent() != null && !answer.getContent().isEmpty()) {
            MediaType shape = answer.getContent().values().iterator().next();
            answer.setContent(new Content().addMediaType(JSON, shape));
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().description("/problems/ and the problem's code; stable"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("reference", new StringSchema().description("names the entry in the installation's log"))
                .addProperty(
                        "errors",
                        new MapSchema().additionalProperties(new StringSchema()).description("by field"))
                .addRequiredItem("type")
                .addRequiredItem("title")
                .addRequiredItem("status");
    }
}
