package vn.thongsuot;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The day while it is played: what the business clock shows, and what was done and what failed so far.
final class DayScene {

    private final LocalDateTime opens;
    private final LocalDateTime closes;
    private final int speed;
    private final long began;
    private final Map<DayStep, Integer> done = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();

    /// Begins now.
    ///
    /// @param speed business minutes per real minute; 0: nobody waits
    DayScene(LocalDateTime opens, LocalDateTime closes, int speed) {
        this.opens = opens;
        this.closes = closes;
        this.speed = speed;
        this.began = System.nanoTime();
    }

    /// A day on which nobody waits for anything: all is done at once.
    static DayScene atOnce(LocalDateTime opens, LocalDateTime closes) {
        return new DayScene(opens, closes, 0);
    }

    LocalDateTime opens() {
        return opens;
    }

    LocalDateTime closes() {
        return closes;
    }

    /// Until the business clock shows `time`, or later; what it shows then.
    LocalDateTime until(LocalDateTime time) throws InterruptedException {
        if (speed == 0) {
            return time;
        }
        Duration left = Duration.between(now(), time);
        if (left.isPositive()) {
            Thread.sleep(real(left));
        }
        return now();
    }

    /// Whether the office has closed.
    boolean late() {
        return now().isAfter(closes);
    }

    Duration real(Duration business) {
        return business.dividedBy(speed);
    }

    LocalDateTime now() {
        return opens.plusNanos((System.nanoTime() - began) * speed);
    }

    void did(DayStep step) {
        done.merge(step, 1, Integer::sum);
    }

    /// @param who whose work it was
    void failed(String who, String why) {
        failed.add(who + ": " + why);
    }

    Map<DayStep, Integer> done() {
        Map<DayStep, Integer> inOrder = new EnumMap<>(DayStep.class);
        inOrder.putAll(done);
        return inOrder;
    }

    List<String> failed() {
        return List.copyOf(failed);
    }

    /// Something of the day from beginning to end.
    interface Story {

        /// Whose work it begins with.
        String where();

        void play() throws IOException, InterruptedException;
    }

    /// Plays `story`; what stops it is told and stops nothing else.
    void play(Story story) {
        try {
            story.play();
        } catch (IOException | RuntimeException wrong) {
            String said = wrong.getMessage();
            failed(story.where(), said == null ? wrong.getClass().getSimpleName() : said);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            failed(story.where(), "chưa xong thì hết thời gian");
        }
    }
}
