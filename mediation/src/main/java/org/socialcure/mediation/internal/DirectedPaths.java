package org.socialcure.mediation.internal;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directed paths of an acyclic graph from some first vertices to one last one. They are counted
 * and their vertices found without listing them, and listed shortest first, so that the first few
 * of very many cost no more than themselves.
 *
 * <p>A path ends where it first meets the last vertex. Immutable and thread-safe.
 */
public final class DirectedPaths {
  private final Map<String, List<String>> next;
  private final List<String> firsts;
  private final String last;

  /** For each vertex how many paths lead from it to the last one, where there are any. */
  private final Map<String, BigInteger> ways = new HashMap<>();

  /** For each vertex the lengths of those paths in steps. */
  private final Map<String, BitSet> lengths = new HashMap<>();

  /**
   * Looks at the paths.
   *
   * @param order all vertices that a path may pass, each after those that point at it
   * @param next for a vertex those that it points at, in the order in which paths are listed
   * @param firsts where paths begin, in that order
   * @param last where they end
   */
  public DirectedPaths(
      List<String> order, Map<String, List<String>> next, List<String> firsts, String last) {
    this.next = next;
    this.firsts = List.copyOf(firsts);
    this.last = last;
    ways.put(last, BigInteger.ONE);
    lengths.put(last, BitSet.valueOf(new long[] {1}));
    for (int i = order.size() - 1; i >= 0; i--) {
      String vertex = order.get(i);
      if (!vertex.equals(last)) {
        look(vertex);
      }
    }
  }

  private void look(String vertex) {
    BigInteger sum = BigInteger.ZERO;
    BitSet steps = new BitSet();
    for (String after : next.getOrDefault(vertex, List.of())) {
      BigInteger further = ways.get(after);
      if (further != null) {
        sum = sum.add(further);
        BitSet rest = reached(after);
        rest.stream().forEach(length -> steps.set(length + 1));
      }
    }
    if (sum.signum() > 0) {
      ways.put(vertex, sum);
      lengths.put(vertex, steps);
    }
  }

  private BitSet reached(String vertex) {
    return lengths.getOrDefault(vertex, new BitSet());
  }

  /**
   * How many paths there are.
   *
   * @return their number
   */
  public BigInteger count() {
    return firsts.stream()
        .map(first -> ways.getOrDefault(first, BigInteger.ZERO))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * The vertices that paths pass before the last.
   *
   * @param order the vertices in the order in which they are to be told
   * @return those on a path, without the last
   */
  public Set<String> passed(List<String> order) {
    Set<String> reachable = new LinkedHashSet<>(firsts);
    for (String vertex : order) {
      if (reachable.contains(vertex) && !vertex.equals(last)) {
        reachable.addAll(next.getOrDefault(vertex, List.of()));
      }
    }
    Set<String> passed = new LinkedHashSet<>(order);
    passed.removeIf(v -> v.equals(last) || !reachable.contains(v) || !ways.containsKey(v));
    return passed;
  }

  /**
   * The first paths.
   *
   * @param most how many at most
   * @return each path as its vertices; the shortest first, and of one length in the order of the
   *     arrows
   */
  public List<List<String>> shortest(int most) {
    List<List<String>> found = new ArrayList<>();
    BitSet all = new BitSet();
    firsts.forEach(first -> all.or(reached(first)));
    for (int length = all.nextSetBit(0); length >= 0; length = all.nextSetBit(length + 1)) {
      if (!collect(length, most, found)) {
        return found;
      }
    }
    return found;
  }

  /** Adds the paths of so many steps; false if there was no room for all. */
  private boolean collect(int length, int most, List<List<String>> found) {
    List<String> path = new ArrayList<>();
    Deque<Iterator<String>> open = new ArrayDeque<>();
    open.push(firsts.iterator());
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        if (!path.isEmpty()) {
          path.remove(path.size() - 1);
        }
        continue;
      }
      String vertex = open.peek().next();
      int left = length - path.size();
      if (!reached(vertex).get(left)) {
        continue;
      }
      path.add(vertex);
      if (left > 0) {
        open.push(next.getOrDefault(vertex, List.of()).iterator());
        continue;
      }
      if (found.size() == most) {
        return false;
      }
      found.add(List.copyOf(path));
      path.remove(path.size() - 1);
    }
    return true;
  }
}
