package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Permission;

/// Every endpoint of the running application against every kind of person, over HTTP: who does not hold the right
/// that the endpoint names is refused, who holds it is not. Endpoints are found, not listed: a new one that names
/// no right, or lets the wrong person in, fails here.
///
/// What a person holds is read from the tables of roles by this test's own SQL, not from the code under test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTests {

    private static final Pattern NAMED = Pattern.compile("hasAuthority\\('([A-Z_]+)'\\)");
    private static final String EVERYBODY = "everybody";
    private static final String NO_RIGHT = "no right named";
    private static final String PASSWORD = "Cau-vong-sau-mua-2024"; // not-a-secret
    private static final Actor JOB = new Actor.Job("test");

    /// Endpoints of libraries and the operator's measures, with what this installation says of them.
    private static final Map<String, String> DECLARED_ELSEWHERE = Map.of(
            "/v3/api-docs",
            EVERYBODY,
            "/v3/api-docs.yaml",
            "ACCOUNT_OWN",
            "/actuator",
            "OPERATIONS_VIEW",
            "/actuator/health",
            EVERYBODY,
            "/actuator/health/**",
            EVERYBODY,
            "/actuator/prometheus",
            "OPERATIONS_VIEW");

    /// Filters that only look, or prepare; one that answers on an address of its own must be added here by
    /// somebody who has thought about who may use it.
    private static final Set<String> FILTERS = Set.of(
            "DisableEncodeUrlFilter",
            "WebAsyncManagerIntegrationFilter",
            "SecurityContextHolderFilter",
            "HeaderWriterFilter",
            "LimitFilter",
            "CsrfFilter",
            "BearerFilter",
            "SecurityContextHolderAwareRequestFilter",
            "AnonymousAuthenticationFilter",
            "SessionManagementFilter",
            "ExceptionTranslationFilter",
            "AuthorizationFilter");

    /// What every answer carries, whatever it says.
    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "X-Frame-Options",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Cache-Control");

    /// An address, how it is asked, and the permission it names.
    record Endpoint(String method, String path, String permission, String contentType) {

        @Override
        public String toString() {
            return method + " " + path + " [" + permission + "]";
        }

        String address() {
            return path.replace("/**", "/x")
                    .replaceAll("\\{\\*[^}]+}", "x")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    /// Somebody who tries every door.
    record Person(String name, Set<String> holds) {}

    private Node node;
    private JdbcClient jdbc;

    @BeforeAll
    void start() {
        node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
        jdbc = node.bean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Proves({"H6.3", "H6.6"})
    void everyEndpointLetsInWhoHoldsItsRightAndNobodyElse() {
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints)
                .hasSizeGreaterThan(25)
                .noneMatch(endpoint -> endpoint.permission().equals(NO_RIGHT));
        List<String> wrong = new ArrayList<>();
        for (Person person : people()) {
            try (Web web = new Web(node.port())) {
                enter(web, person);
                for (Endpoint endpoint : endpoints) {
                    String said = verdict(person, endpoint, ask(web, person, endpoint));
                    if (!said.isEmpty()) {
                        wrong.add(person.name() + ": " + endpoint + " " + said);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Proves("H6.3")
    void nothingAnswersBesideTheEndpoints() {
        assertThat(node.beans(RouterFunction.class)).isEmpty();
        assertThat(node.beans(HandlerMapping.class))
                .extracting(mapping -> mapping.getClass().getSimpleName())
                .allMatch(Set.of(
                        "RequestMappingHandlerMapping",
                        "WebMvcEndpointHandlerMapping",
                        "AdditionalHealthEndpointPathsWebMvcHandlerMapping",
                        "ControllerEndpointHandlerMapping",
                        "WelcomePageHandlerMapping",
                        "WelcomePageNotAcceptableHandlerMapping",
                        "BeanNameUrlHandlerMapping",
                        "RouterFunctionMapping",
                        "EmptyHandlerMapping")::contains);
        Set<String> filters = new TreeSet<>();
        for (var chain : node.bean(FilterChainProxy.class).getFilterChains()) {
            for (Filter filter : chain.getFilters()) {
                filters.add(filter.getClass().getSimpleName());
            }
        }
        assertThat(FILTERS).as("filters of the security chains").containsAll(filters);
    }

    @Test
    @Proves("H6.3")
    void anAddressNobodyDeclaredIsClosedToStrangers() {
        try (Web web = new Web(node.port())) {
            for (String path :
                    List.of("/nowhere", "/api/nowhere", "/actuator/env", "/actuator/heapdump", "/h2-console")) {
                assertThat(web.get(path, "application/json").statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }

    private List<Endpoint> endpoints() {
        Map<String, Endpoint> found = new LinkedHashMap<>();
        node.beans(RequestMappingInfoHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                    for (String path : info.getPatternValues()) {
                        for (String verb : verbs(info)) {
                            Endpoint endpoint = new Endpoint(verb, path, declared(path, method), contentType(info));
                            found.put(verb + path + endpoint.contentType(), endpoint);
                        }
                    }
                }));
        return List.copyOf(found.values());
    }

    private static List<String> verbs(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("GET", "POST")
                : methods.stream().map(RequestMethod::name).toList();
    }

    private static String declared(String path, HandlerMethod method) {
        if (!method.getBeanType().getName().startsWith("vn.thongsuot.")) {
            return DECLARED_ELSEWHERE.getOrDefault(path, NO_RIGHT);
        }
        PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PreAuthorize.class);
        if (rule == null) {
            return NO_RIGHT;
        }
        Matcher named = NAMED.matcher(rule.value());
        return named.matches() ? named.group(1) : rule.value().equals("permitAll()") ? EVERYBODY : NO_RIGHT;
    }

    private static String contentType(RequestMappingInfo info) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(Object::toString)
                .orElse("application/x-www-form-urlencoded");
    }

    private List<Person> people() {
        List<Person> people = new ArrayList<>();
        people.add(new Person("anonymous", Set.of()));
        Accounts accounts = node.bean(Accounts.class);
        AccountId first = accounts.open("quantri.dautien", null, PASSWORD, JOB);
        people.add(new Person("quantri.dautien", everyPermission()));
        assertThat(accounts.find(first)).isPresent();
        String plain = jdbc.sql("""
                        select a.name from access.account a
                          join organization.holding h on h.officer = a.officer and h.main
                          join organization.post p on p.id = h.post and p.kind = 'SPECIALIST'
                         order by a.name limit 1
                        """).query(String.class).single();
        accounts.setPassword(accounts.findByName(plain).orElseThrow().id(), PASSWORD, JOB);
        people.add(new Person(plain, held(PostKind.SPECIALIST)));
        for (DemonstrationAccount account : DemonstrationAccount.values()) {
            String kind = jdbc.sql("""
                            select p.kind from access.account a
                              join organization.holding h on h.officer = a.officer and h.main
                              join organization.post p on p.id = h.post
                             where a.name = :name
                            """)
                    .param("name", account.signInName())
                    .query(String.class)
                    .single();
            people.add(new Person(account.signInName(), held(PostKind.valueOf(kind))));
        }
        assertThat(people)
                .anyMatch(person -> person.holds().contains("ACCESS_MANAGE")
                        && person.name().equals("admin"));
        assertThat(people)
                .filteredOn(person -> person.name().equals("kiemtra"))
                .allMatch(person ->
                        person.holds().contains("AUDIT_VIEW") && !person.holds().contains("ACCESS_MANAGE"));
        return people;
    }

    private Set<String> held(PostKind kind) {
        Set<String> held = new TreeSet<>(
                jdbc.sql("""
                        select permission from access.role_permission p
                          join access.role_of_kind k on k.role = p.role
                         where k.post_kind = :kind
                        """).param("kind", kind.name()).query(String.class).list());
        declaredPermissions().stream().filter(Permission::everyone).forEach(permission -> held.add(permission.name()));
        return held;
    }

    private static Set<String> everyPermission() {
        Set<String> all = new TreeSet<>();
        declaredPermissions().forEach(permission -> all.add(permission.name()));
        return all;
    }

    private static List<Permission> declaredPermissions() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Permission.class));
        List<Permission> found = new ArrayList<>();
        for (var type : scanner.findCandidateComponents("vn.thongsuot")) {
            Class<?> named = ClassUtils.resolveClassName(String.valueOf(type.getBeanClassName()), null);
            if (named.isEnum()) {
                Arrays.stream(named.getEnumConstants())
                        .map(Permission.class::cast)
                        .forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }

    private static void enter(Web web, Person person) {
        if (person.name().equals("anonymous")) {
            web.get("/sign-in");
            return;
        }
        boolean ours = Arrays.stream(DemonstrationAccount.values())
                .anyMatch(account -> account.signInName().equals(person.name()));
        var answer = web.signIn(person.name(), ours ? DemonstrationAccount.PASSWORD : PASSWORD);
        assertThat(answer.statusCode()).as(person.name() + " signs in").isEqualTo(302);
        web.get("/design");
    }

    /// Asks once; enters again first when an earlier endpoint (sign-out) ended the session.
    private static HttpResponse<String> ask(Web web, Person person, Endpoint endpoint) {
        HttpResponse<String> answer = send(web, endpoint);
        if (answer.statusCode() == 401 && !person.name().equals("anonymous")) {
            enter(web, person);
            answer = send(web, endpoint);
        }
        return answer;
    }

    private static HttpResponse<String> send(Web web, Endpoint endpoint) {
        var request = web.request(endpoint.address())
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json, */*;q=0.1");
        if (endpoint.method().equals("GET") || endpoint.method().equals("HEAD")) {
            return web.send(
                    request.method(endpoint.method(), BodyPublishers.noBody()).build());
        }
        boolean parts = endpoint.contentType().startsWith("multipart/");
        String body = endpoint.contentType().contains("json") ? "{}" : parts ? "--parts--\r\n" : "";
        return web.send(request.header("X-XSRF-TOKEN", web.csrf())
                .header("Content-Type", endpoint.contentType() + (parts ? "; boundary=parts" : ""))
                .method(endpoint.method(), BodyPublishers.ofString(body))
                .build());
    }

    /// What is wrong with `answer`; nothing when it is as declared.
    private static String verdict(Person person, Endpoint endpoint, HttpResponse<String> answer) {
        boolean refusedAtTheGate = answer.statusCode() == 401
                || answer.statusCode() == 403
                        && (answer.body().contains("/problems/shared.not-allowed")
                                || answer.body().contains("/problems/access.other-post"));
        boolean open = endpoint.permission().equals(EVERYBODY) || person.holds().contains(endpoint.permission());
        for (String header : HEADERS) {
            if (answer.headers().firstValue(header).isEmpty()) {
                return "answers without " + header;
            }
        }
        if (answer.statusCode() >= 500) {
            return "fails with " + answer.statusCode();
        }
        if (open && refusedAtTheGate) {
            return "is refused with " + answer.statusCode() + " though held";
        }
        return open || refusedAtTheGate ? "" : "is let in with " + answer.statusCode();
    }
}
