using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.ClickHouseServer;

/// <summary>What the engine said instead of an answer: <c>Code: 60. DB::Exception: …</c>.</summary>
internal sealed partial class EngineException(string message) : Exception(message)
{
    /// <summary>ClickHouse's number of the fault; 1002 when it gave none.</summary>
    public int Code { get; } = CodeIn(message);

    /// <summary>The status ClickHouse's own HTTP interface gives with such a fault.</summary>
    public int Status => Code switch
    {
        6 or 27 or 36 or 41 or 43 or 47 or 62 or 70 or 115 or 158 or 396 or 457 => StatusCodes.Status400BadRequest,
        16 or 60 or 81 => StatusCodes.Status404NotFound,
        192 or 193 or 516 => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static int CodeIn(string message) =>
        Number().Match(message) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 1002;

    [GeneratedRegex(@"Code: (\d+)\.")]
    private static partial Regex Number();
}
