using System.Text;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>
/// Reads a source before the library does: it knows where faults are, lets only known tags and filters in, and puts the filter
/// that escapes behind every output. It ends marks where the library ends them: quotes hide what is in them.
/// </summary>
internal sealed class SourceReader(string source)
{
    private readonly StringBuilder _rewritten = new(source.Length + 64);
    private readonly List<Shown> _shown = [];
    private readonly List<(string Alone, int At)> _marks = [];
    private readonly Stack<(string Name, int At)> _open = new();
    private int _position;

    public SourceFault? Fault { get; private set; }

    public IReadOnlyList<Shown> Shown => _shown;

    public string Rewritten => _rewritten.ToString();

    /// <returns>Whether the library may see it.</returns>
    public bool Read()
    {
        if (source.Length > LiquidLimits.Text) return Fail(0, $"must have at most {LiquidLimits.Text} characters");
        while (Fault is null && NextMark() is var start and >= 0)
        {
            _rewritten.Append(source, _position, start - _position);
            if (_marks.Count == LiquidLimits.Marks) return Fail(start, $"must have at most {LiquidLimits.Marks} tags and outputs");
            _ = source[start + 1] == '{' ? ReadOutput(start) : ReadTag(start);
        }

        if (Fault is null && _open.TryPeek(out var open)) Fail(open.At, $"{open.Name} is not closed: end{open.Name} is missing");
        if (Fault is not null) return false;
        _rewritten.Append(source, _position, source.Length - _position);
        return true;
    }

    /// <summary>Where the mark stands that the library complains of: its message tells what is wrong, and seldom where.</summary>
    /// <param name="reads">Whether the library can read a source.</param>
    public SourceFault Place(string message, Func<string, bool> reads)
    {
        foreach (var (alone, at) in _marks)
            if (!reads(alone)) return At(at, message);
        return new SourceFault(message);
    }

    private int NextMark()
    {
        for (var i = _position; i < source.Length - 1; i++)
            if (source[i] == '{' && source[i + 1] is ('{' or '%')) return i;
        return -1;
    }

    private bool ReadOutput(int start)
    {
        if (ReadMark(start, '}') is not { } mark) return false;
        if (mark.Inner.Length == 0) return Fail(start, "says nothing to show");
        if (Expression.WhyNot(mark.Inner, mayHaveRange: false) is { } reason) return Fail(start, reason);
        _marks.Add(($"{{{{ {mark.Inner} }}}}", start));
        _rewritten.Append("{{").Append(mark.Opens).Append(' ').Append(mark.Inner).Append(" | shown: ").Append(_shown.Count).Append(' ').Append(mark.Closes).Append("}}");
        _shown.Add(new Shown(mark.Inner, Expression.Filters(mark.Inner).Contains("default"), source.AsSpan(0, start).IsWhiteSpace()));
        return true;
    }

    private bool ReadTag(int start)
    {
        if (ReadMark(start, '%') is not { } mark) return false;
        var name = new string([.. mark.Inner.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character == '_')]);
        if (!Tags.IsKnown(name)) return Fail(start, $"the tag {(name.Length > 0 ? name : mark.Inner)} is not known; known are {Tags.Known}");
        if (Tags.AreTakenAsTheyAre(name)) return CopyTo($"end{name}", start);

        if (Expression.WhyNot(mark.Inner[name.Length..], mayHaveRange: name == "for") is { } reason) return Fail(start, reason);
        if (!Nest(name, start)) return false;
        _marks.Add((Tags.AreBlocks(name) && name != "case" ? $"{{% {mark.Inner} %}}{{% end{name} %}}" : Tags.StandAlone(name) ? $"{{% {mark.Inner} %}}" : "", start));
        _rewritten.Append("{%").Append(mark.Opens).Append(' ').Append(mark.Inner).Append(' ').Append(mark.Closes).Append("%}");
        return true;
    }

    private bool Nest(string name, int start)
    {
        if (Tags.AreBlocks(name))
        {
            if (_open.Count == LiquidLimits.Depth) return Fail(start, $"blocks may stand {LiquidLimits.Depth} deep");
            _open.Push((name, start));
        }
        else if (name.StartsWith("end", StringComparison.Ordinal))
        {
            if (!_open.TryPop(out var opened)) return Fail(start, $"{name} closes nothing");
            if (name != $"end{opened.Name}") return Fail(start, $"{name} cannot close {opened.Name}");
        }
        else if (name is "else" or "elsif" or "when" && _open.Count == 0)
        {
            return Fail(start, $"{name} must stand in a block");
        }

        return true;
    }

    /// <summary>Nothing is read up to the end of the block.</summary>
    private bool CopyTo(string end, int start)
    {
        for (var at = source.IndexOf("{%", _position, StringComparison.Ordinal); at >= 0; at = source.IndexOf("{%", at + 2, StringComparison.Ordinal))
        {
            var close = source.IndexOf("%}", at + 2, StringComparison.Ordinal);
            if (close < 0) break;
            if (source.AsSpan(at + 2, close - at - 2).Trim(" \t\r\n-").ToString() != end) continue;
            _rewritten.Append(source, start, close + 2 - start);
            _position = close + 2;
            return true;
        }

        return Fail(start, $"{end} is missing");
    }

    private Mark? ReadMark(int start, char end)
    {
        var at = start + 2;
        while (at < source.Length)
        {
            var character = source[at];
            if (character is '\'' or '"')
            {
                at = source.IndexOf(character, at + 1);
                if (at < 0) break;
            }
            else if (character == end && at + 1 < source.Length && source[at + 1] == '}')
            {
                return Inner(start, at);
            }

            at++;
        }

        Fail(start, $"is not closed: {(end == '}' ? "}}" : "%}")} is missing");
        return null;
    }

    private Mark? Inner(int start, int end)
    {
        _position = end + 2;
        if (end - start - 2 > LiquidLimits.Mark)
        {
            Fail(start, $"may have {LiquidLimits.Mark} characters between its braces");
            return null;
        }

        var (opens, closes) = ("", "");
        var inner = source.AsSpan(start + 2, end - start - 2);
        if (inner.StartsWith('-')) opens = "-";
        inner = inner[opens.Length..];
        if (inner.EndsWith('-')) closes = "-";
        inner = inner[..^closes.Length];
        // The library's patterns stop at the end of a line, and with them the filter that escapes.
        return new Mark(opens, inner.Trim().ToString().ReplaceLineEndings(" "), closes);
    }

    private bool Fail(int at, string message)
    {
        Fault ??= At(at, message);
        _position = source.Length;
        return false;
    }

    private SourceFault At(int position, string message)
    {
        var before = source.AsSpan(0, position);
        return new SourceFault(message, before.Count('\n') + 1, position - (before.LastIndexOf('\n') + 1) + 1);
    }

    private readonly record struct Mark(string Opens, string Inner, string Closes);
}
