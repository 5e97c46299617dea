using System.Text;

namespace PersonalizationEngine.Recommenders.Reports;

/// <summary>Writes to two places, so that a long run can be watched.</summary>
internal sealed class BothWriters(TextWriter first, TextWriter second) : TextWriter
{
    public override Encoding Encoding => first.Encoding;

    public override void Write(char value)
    {
        first.Write(value);
        second.Write(value);
    }

    public override void Flush()
    {
        first.Flush();
        second.Flush();
    }
}
