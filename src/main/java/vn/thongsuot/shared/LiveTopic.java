package vn.thongsuot.shared;

/// **Chủ đề trực tiếp.** A topic of {@link Signals} that open pages may hear, for those who hold `permission`. A
/// module registers it as a bean; what nobody registered no page hears. A page says `data-live="<name>"` on the
/// block to be fetched anew.
public record LiveTopic(String name, Permission permission) {}
