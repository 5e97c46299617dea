using System.Net;
using System.Text.RegularExpressions;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Running;

/// <summary>Somebody who signed in and sends requests without a browser, such as none would send.</summary>
public sealed partial class DashboardHttp : IDisposable
{
    private readonly HttpClient _http;

    private DashboardHttp(Uri engine) =>
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = Cookies }) { BaseAddress = engine };

    public CookieContainer Cookies { get; } = new();

    /// <summary>What forms of this session carry.</summary>
    public string Csrf { get; private set; } = "";

    public static DashboardHttp Nobody(Uri engine) => new(engine);

    public static async Task<DashboardHttp> SignInAsync(Uri engine, string key = EngineProcess.MasterKey)
    {
        var http = new DashboardHttp(engine);
        using var answer = await http.PostAsync("/dashboard/sign-in", ("key", key));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        http.Csrf = CsrfField().Match(await http.TextAsync("/dashboard")).Groups[1].Value;
        return http;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A form with the token of this session.</summary>
    public Task<HttpResponseMessage> SendFormAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, [("csrf", Csrf), .. fields]);

    /// <summary>A form as it is given.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(path, content);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("""name="csrf" value="([^"]+)""")]
    private static partial Regex CsrfField();
}
