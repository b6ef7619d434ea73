package vn.thongsuot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The tree as it lies in the database: hashes of complete subtrees, 256 side by side in a tile. Tile level 0 has
/// the leaves' hashes, level 1 those of subtrees of 256 leaves, and so on.
@Component
class Tiles {

    private static final int HEIGHT = 8;
    private static final int WIDTH = 1 << HEIGHT;

    private record Place(int level, long position) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tile(Place place, byte[] hashes) {}

    private final JdbcTemplate jdbc;

    Tiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// The tree's hashes; each tile is read once, when it is first asked for.
    MerkleTree.Hashes hashes() {
        return new Reading();
    }

    /// The same, with the tiles at hand that prove `leaves` in trees of `sizes`.
    MerkleTree.Hashes hashes(Collection<Long> leaves, Collection<Long> sizes) {
        Set<Place> needed = new LinkedHashSet<>();
        leaves.forEach(leaf -> climb(leaf, needed));
        sizes.forEach(size -> climb(size, needed));
        Reading reading = new Reading();
        read(needed).forEach(tile -> reading.tiles.put(tile.place(), tile.hashes()));
        return reading;
    }

    private static void climb(long leaf, Set<Place> needed) {
        long tile = leaf;
        int level = 0;
        do {
            tile >>= HEIGHT;
            needed.add(new Place(level++, tile));
        } while (tile > 0);
    }

    /// Adds `leaves` behind the first `size`, and the subtrees they complete.
    void append(long size, List<byte[]> leaves) {
        List<Tile> written = new ArrayList<>();
        List<byte[]> rising = leaves;
        long before = size;
        for (int level = 0; !rising.isEmpty(); level++) {
            rising = append(level, before, rising, written);
            before >>= HEIGHT;
        }
        write(written);
    }

    /// The hashes of the tiles of `level` that became full.
    private List<byte[]> append(int level, long before, List<byte[]> rising, List<Tile> written) {
        List<byte[]> full = new ArrayList<>();
        List<byte[]> tile = new ArrayList<>();
        long position = before / WIDTH;
        int there = (int) (before % WIDTH);
        if (there > 0) {
            byte[] begun = read(Set.of(new Place(level, position))).stream()
                    .map(Tile::hashes)
                    .filter(hashes -> hashes.length == there * Sha256.LENGTH)
                    .findAny()
                    .orElseThrow(AuditProblem.TREE_BROKEN::because);
            for (int index = 0; index < there; index++) {
                tile.add(hash(begun, index));
            }
        }
        for (byte[] next : rising) {
            tile.add(next);
            if (tile.size() == WIDTH) {
                written.add(new Tile(new Place(level, position++), joined(tile)));
                full.add(subtree(written.getLast().hashes(), 0, HEIGHT));
                tile.clear();
            }
        }
        if (!tile.isEmpty()) {
            written.add(new Tile(new Place(level, position), joined(tile)));
        }
        return full;
    }

    private static byte[] joined(List<byte[]> hashes) {
        byte[] all = new byte[hashes.size() * Sha256.LENGTH];
        for (int index = 0; index < hashes.size(); index++) {
            System.arraycopy(hashes.get(index), 0, all, index * Sha256.LENGTH, Sha256.LENGTH);
        }
        return all;
    }

    private static byte[] hash(byte[] tile, int index) {
        return Arrays.copyOfRange(tile, index * Sha256.LENGTH, (index + 1) * Sha256.LENGTH);
    }

    /// The hash over 2^height hashes of a tile.
    private static byte[] subtree(byte[] tile, int start, int height) {
        if (height == 0) {
            return hash(tile, start);
        }
        int half = 1 << (height - 1);
        return MerkleTree.node(subtree(tile, start, height - 1), subtree(tile, start + half, height - 1));
    }

    private void write(List<Tile> tiles) {
        jdbc.update("""
                        insert into audit.tile (level, position, hashes)
                        select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])
                        on conflict (level, position) do update set hashes = excluded.hashes
                        """, statement -> {
            var connection = statement.getConnection();
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "smallint",
                            tiles.stream()
                                    .map(tile -> (short) tile.place().level())
                                    .toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            tiles.stream().map(tile -> tile.place().position()).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", tiles.stream().map(Tile::hashes).toArray(byte[][]::new)));
        });
    }

    private List<Tile> read(Collection<Place> places) {
        return jdbc.query(
                """
                        select t.level, t.position, t.hashes
                          from unnest(?::smallint[], ?::bigint[]) as p (level, position)
                          join audit.tile t on t.level = p.level and t.position = p.position
                        """,
                statement -> {
                    var connection = statement.getConnection();
                    statement.setArray(
                            1,
                            connection.createArrayOf(
                                    "smallint",
                                    places.stream()
                                            .map(place -> (short) place.level())
                                            .toArray()));
                    statement.setArray(
                            2,
                            connection.createArrayOf(
                                    "bigint",
                                    places.stream().map(Place::position).toArray()));
                },
                (row, _) -> new Tile(new Place(row.getInt("level"), row.getLong("position")), row.getBytes("hashes")));
    }

    private final class Reading implements MerkleTree.Hashes {

        private final Map<Place, byte[]> tiles = new HashMap<>();

        /// Within a tile, from its hashes; refuses where the database lacks them.
        @Override
        public byte[] at(int level, long position) {
            int height = level % HEIGHT;
            long first = position << height;
            byte[] tile = tile(new Place(level / HEIGHT, first / WIDTH));
            int start = (int) (first % WIDTH);
            if (tile.length < (start + (1 << height)) * Sha256.LENGTH) {
                throw AuditProblem.TREE_BROKEN.because();
            }
            return subtree(tile, start, height);
        }

        private byte[] tile(Place place) {
            byte @Nullable [] known = tiles.get(place);
            if (known == null) {
                known = read(Set.of(place)).stream()
                        .map(Tile::hashes)
                        .findAny()
                        .orElseThrow(AuditProblem.TREE_BROKEN::because);
                tiles.put(place, known);
            }
            return known;
        }
    }
}
