#--- lists
a = [1, 2, 3]
a.append(4); a.extend([5, 6]); a.insert(0, 0); a.insert(-1, 9)
print(a, a.pop(), a.pop(0), a, len(a), a.index(3), a.count(2))
a.remove(9); a.reverse(); print(a); a.sort(); print(a); b = a.copy(); b.clear(); print(a, b)
print([1] + [2], [0] * 3, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], 2 in [1, 2], [[1], [2]], [])
#--- slices
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[::3], a[::-1], a[8:2:-2], a[-3:], a[:-7], a[5:2], a[100:], a[-100:2])
a[2:4] = [20, 30, 40]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
del a[0]; del a[1:3]; print(a)
del a[::2]; print(a)
a[1:1] = ["in"]; print(a)
a[:] = []; print(a)
#--- aliasing
a = [1]; b = a; b += [2]; print(a, a is b)
b = b + [3]; print(a, b)
m = [[0] * 2] * 2; m[0][0] = 1; print(m)
#--- extended slice of another size
a = [1, 2, 3, 4]
a[::2] = [1]
#--- sorting
print(sorted([3, 1, 2]), sorted("bca"), sorted([1, 2, 3], reverse=True), sorted(["bb", "a", "ccc"], key=len))
print(sorted([(1, "b"), (0, "z"), (1, "a")]), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda p: p[0], reverse=True))
w = ["b", "A", "c"]; w.sort(key=str.lower, reverse=True); print(w)
print(sorted([2, 1.5, True]), sorted({3: "a", 1: "b"}), sorted([[2, 1], [1, 5]]))
#--- sorting mixed
sorted([1, "a"])
#--- index error
[1, 2][5]
#--- negative index error
[1, 2][-3]
#--- pop of an empty list
[].pop()
#--- remove of what is not there
[1].remove(2)
#--- index of what is not there
[1].index(2)
#--- list index of text
[1]["a"]
#--- adding a tuple to a list
[1] + (2,)
#--- tuples
t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, (1,), (), tuple("ab"), t.count(1), t.index("a"), 1 in t)
print((1, 2) < (1, 3), (1, 2) == (1, 2), hash((1, 2)) == hash((1, 2)))
#--- tuples are not assignable
t = (1, 2)
t[0] = 5
#--- tuple index
(1, 2)[2]
#--- dictionaries
d = {"a": 1, "b": 2}
d["c"] = 3; d["a"] = 10
print(d, d["a"], d.get("x"), d.get("x", 0), len(d), "a" in d, 1 in d, list(d), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d, d.setdefault("n", 5), d.setdefault("n", 6), d)
d.update({"b": 20}, z=26); print(d, d.popitem(), d); del d["b"]; print(d)
for k, v in d.items():
    print(k, v)
print({**d, "q": 1}, d | {"w": 2}, dict(a=1), dict([("x", 1)]), dict(zip("ab", [1, 2])), {1: "i", 1.0: "f", True: "t"})
print({(1, 2): "t", None: 0, 2.5: "f"}, {} == {}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, d.keys(), d.values(), d.items())
d.clear(); print(d, dict.fromkeys([1, 2], 0), {"a": [1]}.copy())
#--- key error
{"a": 1}["b"]
#--- unhashable key
{[1]: 2}
#--- unhashable dict in a set
{{}}
#--- pop of a missing key
{}.pop("a")
#--- popitem of an empty one
{}.popitem()
#--- dictionary changed while walking
d = {1: 1, 2: 2}
for k in d:
    d[k + 10] = 0
#--- dict update element
dict([1, 2])
#--- sets of numbers
print({3, 1, 2}, {5, 100, 7, 33, 1}, {10, 20, 30, 40, 50, 60, 70}, set(range(20, 0, -3)), {1.5, 2, 0.25}, set())
print({1, 2, 3} | {3, 4}, {1, 2, 3} & {2, 3, 9}, {1, 2, 3} - {2}, {1, 2, 3} ^ {3, 4}, {1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {3} >= {3})
s = {1, 2}; s.add(3); s.add(3); s.discard(9); s.remove(1); print(s, len(s), 2 in s, s == {3, 2}, s.copy())
s |= {10, 11}; s -= {2}; s &= {3, 10}; s ^= {3, 4}; print(s)
print(set([3, 3, 1]), {1}.union([2], (3,)), {1, 2}.intersection([2]), {1, 2}.difference([1]), {1}.issubset({1, 2}), {1, 2}.isdisjoint({3}))
print({-1, -2, -3}, {0, 64, 128, 1, 65}, {x * x % 17 for x in range(17)}, sorted({"b", "a"}), {True, 1, 1.0})
print({i * 37 % 101 for i in range(60)})
print({(1, 2), (0, 0), (5, 3)}, {(i, i * 2) for i in range(6)})
print({0.1 * i for i in range(12)}, {1e300, -5.5, 1e-300, 2.0**70})
t = set(range(30))
for i in range(0, 30, 2): t.discard(i)
t.add(100); t.add(7); print(t, t.pop())
#--- remove from a set
{1}.remove(2)
#--- pop of an empty set
set().pop()
#--- unhashable in a set
{[1]}
#--- ranges
print(range(5), range(1, 5), range(0, 10, 3), list(range(5, 0, -2)), len(range(0, 10, 3)), 3 in range(5), range(10)[2], range(10)[-1], range(10)[2:5], range(0, 10, 2)[::-1])
print(range(3) == range(0, 3, 1), list(reversed(range(4))), sum(range(101)), range(5).index(3), max(range(3)), range(0))
#--- range of a float
range(1.5)
#--- range step
range(1, 2, 0)
#--- comprehensions
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(2) for y in "ab"])
print({x: x * x for x in range(3)}, {x % 3 for x in range(10)}, [[i * j for j in range(3)] for i in range(3)], list(x for x in "ab"))
print(sum(x * x for x in range(4)), any(x > 2 for x in range(4)), all(x for x in [1, 0]), [x for x, in [(1,), (2,)]], [y for x in [[1], [2, 3]] for y in x])
x = "kept"; [x for x in range(3)]; print(x)
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
#--- generators are lazy
def loud(x):
    print("see", x)
    return x
print(any(loud(x) > 1 for x in [1, 2, 3]))
g = (loud(x) for x in [1, 2]); print(next(g)); print(next(g)); print(next(g, "end"))
#--- exhausted generator
g = (x for x in []); next(g)
#--- iteration helpers
print(list(zip([1, 2, 3], "ab")), list(enumerate("ab")), list(enumerate("ab", 1)), list(map(lambda x: x + 1, [1, 2])), list(map(lambda x, y: x * y, [1, 2], [3, 4])))
print(list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(None, [0, 1, "", "a"])), list(reversed([1, 2, 3])), "".join(reversed("abc")), list(zip()), dict(enumerate("ab")))
it = iter([1, 2, 3]); print(next(it), list(it), list(it)); print(list(map(str, [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(any([]), all([]), any([0, 1]), list(map(int, "123")))
#--- zip strict
list(zip([1], [1, 2], strict=True))
#--- unpacking
a, b = 1, 2; a, b = b, a; print(a, b)
(a, b), c = [1, 2], 3; print(a, b, c)
first, *rest = [1, 2, 3]; print(first, rest)
*init, last = "abc"; print(init, last)
a, *m, z = (1, 2); print(a, m, z)
for i, (x, y) in enumerate([(1, 2), (3, 4)]): print(i, x, y)
print([*range(3), *"ab"], (*[1], 2), {*[1, 2]}, {**{"a": 1}})
a = b = c = []; a.append(1); print(b, c)
x = y = 5; x += 1; print(x, y)
#--- too many to unpack
a, b = [1, 2, 3]
#--- too few to unpack
a, b = [1]
#--- too few for a star
a, *b, c = [1]
#--- not iterable
for x in 5: pass
#--- unpack a number
a, b = 5
#--- nested printing
print([1, [2, (3, {"a": {4}})]], {"k": [1.0, None, True, "s"]}, [(), [], {}, set()], [[[]]])
#--- len of a number
len(5)
#--- item of None
None[0]
#--- list is unhashable
hash([])
#--- del of names
x = 1
del x
print(x)
#--- max of nothing
max([])
#--- sum of texts
sum(["a", "b"])
#--- deleting a missing key
d = {}
del d["a"]
#--- isinstance
print(isinstance(1, int), isinstance(1, (str, int)), isinstance("a", str), isinstance([], list), isinstance(None, type(None)), isinstance(1.0, float), isinstance({}, dict))
print(type(1), type("a"), type([]), type(None), type(1.5), type(print), type(int), type(lambda: 0), type(range(1)), type({}), type(set()), type(()))
print(type(1) == int, type(1) is int, type("a").__name__, int.__name__)
#--- isinstance of no type
isinstance(1, 5)
