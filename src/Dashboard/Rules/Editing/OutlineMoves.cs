using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Adds, removes and moves parts of a condition. A path that leads nowhere changes nothing.</summary>
public static class OutlineMoves
{
    /// <param name="group">The path of the group it becomes the last of.</param>
    public static OutlineGroup Add(OutlineGroup outline, string group, OutlinePart part) =>
        Change(outline, Steps(group), inside => inside is OutlineGroup known ? known with { Parts = [.. known.Parts, part] } : inside);

    public static OutlineGroup Remove(OutlineGroup outline, string path) =>
        Around(outline, path, (parts, place) => [.. parts.Where((_, i) => i != place)]);

    /// <summary>One place up, as it is seen: into the group above, or out of its own.</summary>
    public static OutlineGroup Up(OutlineGroup outline, string path)
    {
        var steps = Steps(path);
        if (Find(outline, steps) is not { } part || steps.Length == 0) return outline;
        if (steps[^1] == 0) return steps.Length == 1 ? outline : Insert(Remove(outline, path), [.. steps[..^2], steps[^2]], part);
        var above = Find(outline, [.. steps[..^1], steps[^1] - 1]);
        return above is OutlineGroup group
            ? Insert(Remove(outline, path), [.. steps[..^1], steps[^1] - 1, group.Parts.Count], part)
            : Insert(Remove(outline, path), [.. steps[..^1], steps[^1] - 1], part);
    }

    /// <summary>One place down, as it is seen.</summary>
    public static OutlineGroup Down(OutlineGroup outline, string path)
    {
        var steps = Steps(path);
        if (Find(outline, steps) is not { } part || steps.Length == 0 || Find(outline, steps.AsSpan(..^1)) is not OutlineGroup own) return outline;
        if (steps[^1] == own.Parts.Count - 1) return steps.Length == 1 ? outline : Insert(Remove(outline, path), [.. steps[..^2], steps[^2] + 1], part);
        return own.Parts[steps[^1] + 1] is OutlineGroup
            ? Insert(Remove(outline, path), [.. steps, 0], part)
            : Insert(Remove(outline, path), [.. steps[..^1], steps[^1] + 1], part);
    }

    private static int[] Steps(string path) =>
        [.. path.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(step => int.TryParse(step, out var place) ? place : -1)];

    private static OutlinePart? Find(OutlinePart part, ReadOnlySpan<int> steps)
    {
        foreach (var step in steps)
        {
            if (part is not OutlineGroup group || step < 0 || step >= group.Parts.Count) return null;
            part = group.Parts[step];
        }

        return part;
    }

    private static OutlineGroup Insert(OutlineGroup outline, int[] steps, OutlinePart part) => Change(outline, steps[..^1], inside => inside is OutlineGroup group
        ? group with { Parts = [.. group.Parts.Take(steps[^1]), part, .. group.Parts.Skip(steps[^1])] }
        : inside);

    private static OutlineGroup Around(OutlineGroup outline, string path, Func<IReadOnlyList<OutlinePart>, int, IReadOnlyList<OutlinePart>> change)
    {
        var steps = Steps(path);
        if (steps.Length == 0 || Find(outline, steps) is null) return outline;
        return Change(outline, steps[..^1], inside => inside is OutlineGroup group ? group with { Parts = change(group.Parts, steps[^1]) } : inside);
    }

    private static OutlineGroup Change(OutlineGroup outline, int[] steps, Func<OutlinePart, OutlinePart> change) =>
        Find(outline, steps) is null ? outline : (OutlineGroup)Rebuild(outline, steps, change);

    private static OutlinePart Rebuild(OutlinePart part, int[] steps, Func<OutlinePart, OutlinePart> change)
    {
        if (steps.Length == 0 || part is not OutlineGroup group) return change(part);
        return group with { Parts = [.. group.Parts.Select((inner, i) => i == steps[0] ? Rebuild(inner, steps[1..], change) : inner)] };
    }
}
