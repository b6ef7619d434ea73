package vn.thongsuot;

import java.util.List;

/// The people of one agency who play a day.
///
/// @param counter receives dossiers and returns results
/// @param officer handles dossiers, drafts documents and handles those that come in
/// @param signer signs both, and says who handles what comes in
/// @param clerk numbers, issues and registers documents
record DayCompany(
        String agency, String name, DayVisitor counter, DayVisitor officer, DayVisitor signer, DayVisitor clerk)
        implements AutoCloseable {

    @Override
    public void close() {
        List.of(counter, officer, signer, clerk).forEach(DayVisitor::close);
    }
}
