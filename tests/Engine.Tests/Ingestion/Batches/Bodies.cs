using System.Text;
using CsCheck;
using PersonalizationEngine.Engine.Ingestion.Batches;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Batches;

internal static class Bodies
{
    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.Int.Select(number => number.ToString(null, null)),
        Gen.OneOf("true", "false", "null", "\"\"", "\"ä\\n\\u00e9\"", "\"\\ud83d\\ude00\"", "\"[{,}]\"", "-1.5e3"));

    /// <summary>JSON objects on one line, with anything in them, nested ones among it.</summary>
    public static readonly Gen<string> Event =
        Gen.Select(Gen.Int[0, 9], Scalar, Scalar, (name, one, other) => $"{{\"type\":{one},\"n{name}\":[{other},{{\"deep\":{one}}}]}}");

    public static EventBatch Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    public static EventBatch Read(byte[] body)
    {
        var batch = EventBatchReader.Read(body, out var fault);
        Assert.Null(fault);
        return batch!;
    }

    public static string? FaultOf(string body) => FaultOf(Encoding.UTF8.GetBytes(body));

    public static string? FaultOf(byte[] body)
    {
        using var batch = EventBatchReader.Read(body, out var fault);
        Assert.Equal(batch is null, fault is not null);
        return fault;
    }

    /// <summary>Each entry's text, or what is wrong with it.</summary>
    public static List<string> Texts(this EventBatch batch) => [.. batch.Entries.Select(entry => entry.Fault ?? entry.Json.GetRawText())];
}
