using System.Globalization;
using System.Text.RegularExpressions;
using ClickHouse.Driver;

namespace PersonalizationEngine.Adapters.ClickHouse;

/// <summary>Says in the words of our settings what ClickHouse says in numbers.</summary>
internal static partial class ClickHouseFaults
{
    private const int TooManyRows = 158, TimedOut = 159, TooSlow = 160, NoAccess = 497, MemoryLimit = 241, TooManyResultRows = 396, ReadOnly = 164;
    private const int UnknownUser = 192, WrongPassword = 193, NotAuthenticated = 516, UnknownDatabase = 81;

    public static ClickHouseException Translate(ClickHouseServerException fault, ClickHouseOptions options) =>
        Translate(fault.ErrorCode, fault.Message, options, fault);

    /// <param name="message">ClickHouse's own: <c>Code: 159. DB::Exception: …</c></param>
    public static ClickHouseException Translate(string message, ClickHouseOptions options) =>
        Translate(Number().Match(message) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0, message, options, null);

    public static ClickHouseException Unreachable(ClickHouseOptions options, Exception cause) =>
        new($"ClickHouse cannot be reached at {options.Address}: {cause.Message}", cause);

    public static ClickHouseException Broken(Exception? cause) =>
        new("ClickHouse's answer broke off; nothing of it can be trusted to be whole.", cause);

    public static ClickHouseException Silent(ClickHouseOptions options, TimeSpan waited, Exception cause) =>
        new(string.Create(CultureInfo.InvariantCulture, $"ClickHouse at {options.Address} said nothing for {waited.TotalSeconds:0.#} s (query_timeout, stall_timeout)."), cause);

    private static ClickHouseException Translate(int code, string message, ClickHouseOptions options, Exception? cause) => new(code switch
    {
        TimedOut or TooSlow => string.Create(
            CultureInfo.InvariantCulture, $"ClickHouse took longer than query_timeout ({options.QueryTimeout.TotalSeconds:0.#} s)."),
        TooManyRows or TooManyResultRows => string.Create(
            CultureInfo.InvariantCulture, $"ClickHouse's answer has more rows than max_rows ({options.MaxRows})."),
        MemoryLimit => string.Create(
            CultureInfo.InvariantCulture, $"ClickHouse needs more memory than max_memory ({options.MaxMemory} bytes), or than it has itself."),
        UnknownUser or WrongPassword or NotAuthenticated => $"ClickHouse does not know the user {options.User}, or not with this password.",
        NoAccess => $"ClickHouse's user {options.User} may not read the table events.",
        ReadOnly => $"ClickHouse's user {options.User} may not change settings: its profile needs readonly = 2, not 1.",
        UnknownDatabase => $"ClickHouse has no database {options.Database}.",
        _ => $"ClickHouse refused: {FirstLine(message)}",
    }, cause);

    private static string FirstLine(string message) => message.AsSpan().Trim().ToString().Split('\n', 2)[0];

    [GeneratedRegex(@"Code: (\d+)\.")]
    private static partial Regex Number();
}
