using System.Text;
using System.Text.Json;
using PersonalizationEngine.GorseServer.Data;

namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>Cursors are the next key in base64; empty means the first page when asked with and the last when answered with.</summary>
public static class Cursors
{
    public static string Read(HttpRequest request)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(Asked.Cursor(request)));
        }
        catch (FormatException)
        {
            throw new RefusedRequestException(StatusCodes.Status500InternalServerError, "illegal base64 data");
        }
    }

    public static FeedbackKey ReadKey(HttpRequest request)
    {
        var json = Read(request);
        if (json.Length == 0) return new FeedbackKey("", "", "");
        try
        {
            return JsonSerializer.Deserialize<FeedbackKey>(json);
        }
        catch (JsonException exception)
        {
            throw new RefusedRequestException(StatusCodes.Status500InternalServerError, exception.Message);
        }
    }

    /// <summary>One page, and the key of what comes after it.</summary>
    public static (IReadOnlyList<T> Page, string Cursor) Cut<T>(IEnumerable<T> rows, int count, Func<T, string> keyOf)
    {
        var page = rows.Take(count + 1).ToList();
        if (page.Count <= count) return (page, "");
        var next = Convert.ToBase64String(Encoding.UTF8.GetBytes(keyOf(page[^1])));
        page.RemoveAt(count);
        return (page, next);
    }

    public static string KeyOf(Feedback feedback) => JsonSerializer.Serialize(feedback.Key());
}
