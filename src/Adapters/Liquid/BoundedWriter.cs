using System.Globalization;
using System.Text;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Collects a text and refuses to collect too much.</summary>
internal sealed class BoundedWriter() : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        Bound(1);
        _text.Append(value);
    }

    public override void Write(string? value)
    {
        if (value is null) return;
        Bound(value.Length);
        _text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Bound(count);
        _text.Append(buffer, index, count);
    }

    public override string ToString() => _text.ToString();

    private void Bound(int more)
    {
        if (_text.Length + more > LiquidLimits.Text) throw new LimitReachedException($"the text has more than {LiquidLimits.Text} characters");
    }
}
