package vn.thongsuot.signing;

import vn.thongsuot.shared.OfficerId;

/// Who signs.
record Signer(OfficerId officer, String name, String post, String agency) {}
