/// **Đo lường.** What `bin/bench` runs: measurements, never part of the application nor of its tests. A benchmark
/// says what it measures, against what, and what it does not show.
@org.jspecify.annotations.NullMarked
package vn.thongsuot.bench;
