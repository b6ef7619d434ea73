package vn.thongsuot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;

/// The tree against RFC 6962's own recursive definitions at every size to 300, and against the vectors that
/// Certificate Transparency's programs are tested with.
@Proves("H7.2")
class MerkleTreeTests {

    private static final int LARGEST = 300;
    private static final List<byte[]> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(number -> MerkleTree.leaf(("entry " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .toList();
    private static final List<byte[]> VECTORS = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(MerkleTree::leaf)
            .toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /// RFC 6962 §2.1 to the letter, over leaf hashes.
    static byte[] mth(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = split(leaves.size());
        return Sha256.of(new byte[] {1}, mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    /// RFC 6962 §2.1.1 to the letter.
    private static List<byte[]> path(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        List<byte[]> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
        path.add(m < k ? mth(right) : mth(left));
        return path;
    }

    /// RFC 6962 §2.1.2 to the letter.
    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean whole) {
        int n = leaves.size();
        if (m == n) {
            return whole ? List.of() : List.of(mth(leaves));
        }
        int k = split(n);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, n);
        List<byte[]> proof = new ArrayList<>(m <= k ? subproof(m, left, whole) : subproof(m - k, right, false));
        proof.add(m <= k ? mth(right) : mth(left));
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    /// Complete subtrees, hashed once.
    private static MerkleTree.Hashes hashes(List<byte[]> leaves) {
        List<List<byte[]>> levels = new ArrayList<>(List.of(leaves));
        while (levels.getLast().size() > 1) {
            List<byte[]> below = levels.getLast();
            levels.add(IntStream.range(0, below.size() / 2)
                    .mapToObj(index -> MerkleTree.node(below.get(2 * index), below.get(2 * index + 1)))
                    .toList());
        }
        return (level, position) -> levels.get(level).get((int) position);
    }

    @Test
    void hasTheRootsOfTheKnownVectors() {
        for (int size = 0; size <= VECTORS.size(); size++) {
            assertThat(HexFormat.of().formatHex(MerkleTree.root(hashes(VECTORS.subList(0, size)), size)))
                    .as("root of " + size)
                    .isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void hasTheProofsOfTheKnownVectors() {
        MerkleTree.Hashes hashes = hashes(VECTORS);
        assertThat(hex(MerkleTree.inclusion(hashes, 0, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(MerkleTree.inclusion(hashes, 5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(MerkleTree.consistency(hashes, 6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(MerkleTree.consistency(hashes, 2, 5)))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void provesEveryLeafOfEveryTreeAsTheRfcDefinesIt() {
        MerkleTree.Hashes hashes = hashes(LEAVES);
        for (int size = 1; size <= LARGEST; size++) {
            List<byte[]> leaves = LEAVES.subList(0, size);
            byte[] root = mth(leaves);
            assertThat(MerkleTree.root(hashes, size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleTree.inclusion(hashes, index, size);
                if (size % 37 == 0 || size < 20) {
                    assertThat(hex(path)).isEqualTo(hex(path(index, leaves)));
                }
                assertThat(MerkleTree.includes(leaves.get(index), index, size, path, root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
                assertThat(MerkleTree.includes(leaves.get(index), (index + 1) % size, size, path, root))
                        .as("leaf %d of %d in another's place", index, size)
                        .isEqualTo(size == 1);
                assertThat(MerkleTree.includes(LEAVES.get((index + 1) % LARGEST), index, size, path, root))
                        .as("another leaf")
                        .isFalse();
            }
        }
    }

    @Test
    void provesThatEveryTreeIsTheBeginningOfEveryLarger() {
        MerkleTree.Hashes hashes = hashes(LEAVES);
        List<byte[]> roots = IntStream.rangeClosed(0, LARGEST)
                .mapToObj(size -> MerkleTree.root(hashes, size))
                .toList();
        for (int size = 0; size <= LARGEST; size++) {
            for (int old = 0; old <= size; old++) {
                List<byte[]> proof = MerkleTree.consistency(hashes, old, size);
                if (old > 0 && (size % 37 == 0 || size < 20)) {
                    assertThat(hex(proof)).isEqualTo(hex(subproof(old, LEAVES.subList(0, size), true)));
                }
                assertThat(MerkleTree.extendsTree(old, roots.get(old), size, roots.get(size), proof))
                        .as("%d to %d", old, size)
                        .isTrue();
                if (old > 0) {
                    byte[] wrong = Sha256.of(roots.get(old));
                    assertThat(MerkleTree.extendsTree(old, wrong, size, roots.get(size), proof))
                            .as("another old root, %d to %d", old, size)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void noProofHoldsWithAnyPartChangedLeftOutOrAdded() {
        MerkleTree.Hashes hashes = hashes(LEAVES);
        for (int size = 2; size <= 70; size++) {
            byte[] root = MerkleTree.root(hashes, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleTree.inclusion(hashes, index, size);
                for (List<byte[]> wrong : mutations(path)) {
                    assertThat(MerkleTree.includes(LEAVES.get(index), index, size, wrong, root))
                            .isFalse();
                }
                if (index > 0) {
                    List<byte[]> proof = MerkleTree.consistency(hashes, index, size);
                    byte[] old = MerkleTree.root(hashes, index);
                    for (List<byte[]> wrong : mutations(proof)) {
                        assertThat(MerkleTree.extendsTree(index, old, size, root, wrong))
                                .isFalse();
                    }
                }
            }
        }
    }

    private static List<List<byte[]>> mutations(List<byte[]> proof) {
        List<List<byte[]>> wrong = new ArrayList<>();
        for (int part = 0; part < proof.size(); part++) {
            List<byte[]> changed = new ArrayList<>(proof);
            changed.set(part, Sha256.of(proof.get(part)));
            wrong.add(changed);
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(part);
            wrong.add(shorter);
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[Sha256.LENGTH]);
        wrong.add(longer);
        return wrong;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
