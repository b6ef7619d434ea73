package vn.thongsuot.bench;

/// A named set of measurements with everything it needs to set up and clear away.
interface Benchmark {

    /// Measures. What a reader must know to judge the numbers, and what they do not show, goes to `report`.
    void run(Report report, boolean quick) throws Exception;
}
