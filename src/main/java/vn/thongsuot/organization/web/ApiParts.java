package vn.thongsuot.organization.web;

import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.Listing;
import vn.thongsuot.shared.SharedProblem;

/// Which part of a list a program asks for.
final class ApiParts {

    private static final int MOST = 500;

    private ApiParts() {}

    static Listing.Part of(@Nullable String after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw SharedProblem.FIELD_INVALID.because("limit");
        }
        return new Listing.Part(after, limit);
    }
}
