using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EmbeddedHost.Tests;

/// <summary>Checks answers that the host itself gives.</summary>
internal static class ProblemAssert
{
    /// <summary>The answer has that status and problem details to match.</summary>
    public static async Task<JsonElement> IsAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        foreach (var member in (string[])["type", "title", "detail", "traceId"])
        {
            Assert.NotEmpty(problem.GetProperty(member).GetString()!);
        }

        return problem;
    }
}
