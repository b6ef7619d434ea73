package vn.thongsuot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// **Báo lỗi khởi động.** Lets Spring Boot say what happened and what to do instead of where in its own code it
/// heard of it.
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, DatabaseFailure failure) {
        return new FailureAnalysis(failure.happened(), failure.remedy(), failure);
    }
}
