package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.scoring.Recount;
import vn.thongsuot.shared.OfficerId;

/// A year of a small province, made up in bulk: nothing in it could not have happened, and the log knows all of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GenerationTests {

    private static final int DOCUMENTS = 3_000;
    private static final int DOSSIERS = 2_500;

    private final HttpClient client = HttpClient.newHttpClient();
    private Node node;
    private JdbcClient jdbc;

    @BeforeAll
    void start() throws Exception {
        node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
        jdbc = node.bean(JdbcClient.class);
        make(DOCUMENTS, DOSSIERS, 7);
    }

    @AfterAll
    void stop() {
        client.close();
        node.close();
    }

    @Test
    @Order(1)
    @Proves("S1.9")
    void makesAsManyAsAskedFor() {
        assertThat(number("select count(*) from dossier.dossier")).isEqualTo(DOSSIERS);
        long outgoing = number("select count(*) from outgoing.document");
        long incoming = number("select count(*) from incoming.document");
        assertThat(outgoing + incoming).isEqualTo(DOCUMENTS);
        assertThat(incoming).as("most come in").isGreaterThan(outgoing);
        assertThat(number("select count(distinct status) from dossier.dossier"))
                .as("some are under way, refused, stopped")
                .isGreaterThanOrEqualTo(5);
        assertThat(number("select count(distinct status) from incoming.document"))
                .isGreaterThanOrEqualTo(4);
        assertThat(number("select count(*) from dossier.dossier where due_at < result_at"))
                .as("some were late")
                .isBetween(DOSSIERS / 40L, DOSSIERS / 8L);
    }

    @Test
    @Order(1)
    @Proves("S1.9")
    void givesEachPieceItsEntryInTheLog() {
        assertThat(number("""
                        select count(*) from dossier.dossier d
                          join audit.entry e on e.thing_kind = 'dossier' and e.thing_id = d.id::text
                                            and e.version = d.version and e.event = 'dossier.DossierMade'
                        """)).isEqualTo(DOSSIERS);
        assertThat(number("""
                        select (select count(*) from outgoing.document d
                                  join audit.entry e on e.thing_kind = 'outgoing' and e.thing_id = d.id::text
                                                    and e.version = d.version)
                             + (select count(*) from incoming.document d
                                  join audit.entry e on e.thing_kind = 'incoming' and e.thing_id = d.id::text
                                                    and e.version = d.version)
                        """)).isEqualTo(DOCUMENTS);
        node.sealed();
        assertThat(number("""
                        select count(*) from audit.entry e join audit.leaf l on l.entry = e.id
                         where e.event in ('dossier.DossierMade', 'outgoing.OutgoingMade', 'incoming.IncomingMade')
                        """)).as("under a signed checkpoint").isEqualTo(DOCUMENTS + DOSSIERS);
    }

    @Test
    @Order(2)
    @Proves("S1.9")
    void leavesNoGapInAnyBookAndMakesTheSameAgain() throws Exception {
        whole();
        make(0, DOSSIERS, 7);
        assertThat(number("select count(*) from dossier.dossier")).isEqualTo(2L * DOSSIERS);
        assertThat(number("""
                        select count(*) from (select from dossier.dossier
                                               group by applicant_name, applicant_number, received_at, status, agency
                                              having count(*) <> 2) as alone
                        """)).as("the same seed makes the same").isZero();
        whole();
    }

    private void whole() {
        assertThat(number("""
                        select count(*) from (
                            select agency, year, type from outgoing.document join outgoing.book using (agency, type, year)
                             where number is not null group by agency, type, year, last
                            having count(distinct number) <> last or min(number) <> 1 or max(number) <> last) as wrong
                        """)).isZero();
        assertThat(number("""
                        select count(*) from (
                            select agency, year from incoming.document join incoming.book using (agency, year)
                             where number is not null group by agency, year, last
                            having count(distinct number) <> last or min(number) <> 1 or max(number) <> last) as wrong
                        """)).isZero();
        assertThat(number("""
                        select count(*) from (
                            select n.agency, n.day
                              from dossier.number n
                              left join dossier.dossier d on d.agency = n.agency
                               and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date = n.day
                             group by n.agency, n.day, n.last
                            having count(distinct right(d.code, 4)::int) <> n.last
                                or max(right(d.code, 4)::int) <> n.last) as wrong
                        """)).isZero();
    }

    @Test
    @Order(3)
    void tellsTheSenderWhatBecameOfEachLetter() {
        assertThat(number("""
                        select count(*) from exchange.arrival a
                          join exchange.delivery d on d.shipment = a.shipment and d.receiver = a.receiver
                          join incoming.document i on i.arrival = a.id
                         where d.state = i.status and d.next_try is null and a.letter ->> 'subject' = i.subject
                        """)).isEqualTo(number("select count(*) from incoming.document"));
        assertThat(number("""
                        select count(*) from outgoing.document o
                         where (o.status = 'ISSUED') <> exists (select from exchange.shipment s where s.id = o.id)
                        """)).isZero();
    }

    @Test
    @Order(3)
    void countsWhatWasMadeInTheIndex() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(number("select count(*) from scoring.contribution"))
                        .isEqualTo(number("select count(*) from dossier.dossier")));
        assertThat(node.bean(Recount.class).all().mended()).isZero();
    }

    @Test
    @Order(4)
    @Proves("S1.9")
    void letsRealPeopleGoOnWithWhatWasMade() throws Exception {
        UUID open = jdbc.sql("select id from dossier.dossier where status = 'PROCESSING' order by id limit 1")
                .query(UUID.class)
                .single();
        UUID counter = jdbc.sql("select received_by from dossier.dossier where id = :id")
                .param("id", open)
                .query(UUID.class)
                .single();
        String name = node.bean(Accounts.class)
                .findByOfficer(new OfficerId(counter))
                .orElseThrow()
                .name();
        try (DayVisitor visitor = new DayVisitor("http://localhost:" + node.port(), name, name)) {
            String place = "/dossiers/" + open;
            visitor.submit(place, place + "/withdrawal", DayVisitor.Form.of("reason", "Rút để bổ sung"));
        }
        assertThat(jdbc.sql("select status from dossier.dossier where id = :id")
                        .param("id", open)
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN");
        assertThat(jdbc.sql("""
                                select event from audit.entry
                                 where thing_kind = 'dossier' and thing_id = :id and version is not null order by version
                                """)
                        .param("id", open.toString())
                        .query(String.class)
                        .list())
                .as("the log goes on from what was made")
                .containsExactly("dossier.DossierMade", "dossier.Withdrawn");
    }

    @Test
    @Order(5)
    @Proves("S1.9")
    void makesAFewThroughThePagesPeopleUse() throws Exception {
        long dossiers = number("select count(*) from dossier.dossier");
        long documents =
                number("select (select count(*) from outgoing.document) + (select count(*) from incoming.document)");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (DayControl control = new DayControl("http://localhost:" + node.port())) {
            assertThat(new Generation(control, new PrintStream(said, true, StandardCharsets.UTF_8)).make(6, 5, 3))
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isTrue();
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Việc không làm được: 0");
        assertThat(number("select count(*) from dossier.dossier") - dossiers).isEqualTo(5);
        assertThat(number("select (select count(*) from outgoing.document) + (select count(*) from incoming.document)")
                        - documents)
                .isBetween(6L, 8L);
        assertThat(number("""
                        select count(*) from dossier.dossier d
                          join dossier.file f on f.dossier = d.id and f.kind = 'FORM'
                         where d.received_at > (select max(received_at) - interval '1 hour' from dossier.dossier)
                        """)).as("with their forms, as at a counter").isGreaterThanOrEqualTo(5);
        assertThat(number("select count(*) from audit.entry where event = 'dossier.Received'"))
                .isEqualTo(5);
    }

    @Test
    @Order(6)
    void isForProgramsOfThisMachineOnlyAndRefusesNonsense() throws Exception {
        HttpRequest.Builder order = order("{\"documents\": 0, \"dossiers\": 1, \"seed\": 1}");
        assertThat(client.send(
                                order.header("X-Forwarded-For", "10.0.0.1").build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> refused = client.send(
                order("{\"documents\": -1, \"dossiers\": 0, \"seed\": 1}").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("shared.field-invalid");
    }

    private void make(int documents, int dossiers, long seed) throws Exception {
        HttpResponse<String> begun = client.send(
                order("{\"documents\": %d, \"dossiers\": %d, \"seed\": %d}".formatted(documents, dossiers, seed))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> progress().contains("\"running\":false"));
        assertThat(progress()).contains("\"failure\":null");
    }

    private HttpRequest.Builder order(String body) {
        return HttpRequest.newBuilder(address())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String progress() throws Exception {
        return client.send(HttpRequest.newBuilder(address()).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private URI address() {
        return URI.create("http://localhost:" + node.port() + "/api/demonstration/generation");
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
