package vn.thongsuot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The Merkle tree of RFC 6962 (and 9162): roots and proofs from the hashes of complete subtrees. Pure.
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /// Gives the hash of a complete subtree: `level` 0 are leaves, `position` counts subtrees of 2^level leaves.
    @FunctionalInterface
    interface Hashes {
        byte[] at(int level, long position);
    }

    private MerkleTree() {}

    static byte[] leaf(byte[] entry) {
        return Sha256.of(LEAF, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    static byte[] root(Hashes hashes, long size) {
        return size == 0 ? Sha256.of() : range(hashes, 0, size);
    }

    /// MTH(D[start:end]); `start` is a multiple of the largest power of two below `end - start`.
    private static byte[] range(Hashes hashes, long start, long end) {
        long length = end - start;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return hashes.at(level, start >> level);
        }
        long split = split(length);
        return node(range(hashes, start, start + split), range(hashes, start + split, end));
    }

    /// The largest power of two smaller than `length`.
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }

    /// RFC 6962 §2.1.1: the audit path of leaf `index` in the tree of `size` leaves, the lowest sibling first.
    static List<byte[]> inclusion(Hashes hashes, long index, long size) {
        List<byte[]> path = new ArrayList<>();
        path(hashes, index, 0, size, path);
        return path;
    }

    private static void path(Hashes hashes, long index, long start, long end, List<byte[]> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(hashes, index, start, middle, path);
            path.add(range(hashes, middle, end));
        } else {
            path(hashes, index, middle, end, path);
            path.add(range(hashes, start, middle));
        }
    }

    /// RFC 6962 §2.1.2: that the tree of `oldSize` leaves is the beginning of the tree of `size` leaves.
    static List<byte[]> consistency(Hashes hashes, long oldSize, long size) {
        List<byte[]> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < size) {
            subproof(hashes, oldSize, 0, size, true, proof);
        }
        return proof;
    }

    private static void subproof(Hashes hashes, long oldEnd, long start, long end, boolean whole, List<byte[]> proof) {
        if (oldEnd == end) {
            if (!whole) {
                proof.add(range(hashes, start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (oldEnd <= middle) {
            subproof(hashes, oldEnd, start, middle, whole, proof);
            proof.add(range(hashes, middle, end));
        } else {
            subproof(hashes, oldEnd, middle, end, false, proof);
            proof.add(range(hashes, start, middle));
        }
    }

    /// RFC 9162 §2.1.3.2.
    static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /// RFC 9162 §2.1.4.2.
    static boolean extendsTree(long oldSize, byte[] oldRoot, long size, byte[] root, List<byte[]> proof) {
        if (oldSize == size) {
            return proof.isEmpty() && Arrays.equals(oldRoot, root);
        }
        if (oldSize == 0) {
            return proof.isEmpty();
        }
        if (oldSize > size || proof.isEmpty()) {
            return false;
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.addFirst(oldRoot);
        }
        long at = oldSize - 1;
        long last = size - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        byte[] before = path.getFirst();
        byte[] after = path.getFirst();
        for (byte[] next : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                before = node(next, before);
                after = node(next, after);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                after = node(after, next);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, oldRoot) && Arrays.equals(after, root);
    }
}
