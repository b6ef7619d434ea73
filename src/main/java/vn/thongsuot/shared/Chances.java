package vn.thongsuot.shared;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// **Chọn ngẫu nhiên.** What made-up data is drawn with: the same seed draws the same.
public final class Chances {

    private static final int HUNDRED = 100;

    private final SplittableRandom random;
    private final Map<Integer, double[]> ranks = new HashMap<>();

    public Chances(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public SplittableRandom random() {
        return random;
    }

    /// True in `percent` of a hundred cases.
    public boolean in(double percent) {
        return random.nextDouble() * HUNDRED < percent;
    }

    /// One of `some`, each as likely.
    public <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /// One of `some`, the first most often: the n-th an n-th as often as the first (Zipf's law).
    public <T> T ranked(List<T> some) {
        double[] sums = ranks.computeIfAbsent(some.size(), Chances::sums);
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return some.get(found < 0 ? -found - 1 : found);
    }

    private static double[] sums(int size) {
        double[] sums = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }
        return sums;
    }

    /// From `least` to `most`, both included.
    public int from(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /// A moment after `from` and not after `until`; `from` where there is none.
    public Instant between(Instant from, Instant until) {
        long span = until.toEpochMilli() - from.toEpochMilli();
        return span <= 0 ? from : from.plusMillis(random.nextLong(span) + 1);
    }
}
