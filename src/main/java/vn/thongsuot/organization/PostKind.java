package vn.thongsuot.organization;

/// **Loại chức vụ.** What a post is for; roles are given to kinds of posts.
public enum PostKind {
    CHAIRMAN,
    VICE_CHAIRMAN,
    HEAD,
    DEPUTY_HEAD,
    CLERK,
    ONE_STOP_OFFICER,
    SPECIALIST,
    ACCOUNTANT,
    ADMINISTRATOR,
    AUDITOR,
    INDEX_OFFICER;

    /// Whether the post leads its agency or stands in for who does.
    public boolean leads() {
        return switch (this) {
            case CHAIRMAN, VICE_CHAIRMAN, HEAD, DEPUTY_HEAD -> true;
            case CLERK, ONE_STOP_OFFICER, SPECIALIST, ACCOUNTANT, ADMINISTRATOR, AUDITOR, INDEX_OFFICER -> false;
        };
    }
}
