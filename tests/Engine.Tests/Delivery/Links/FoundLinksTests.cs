using PersonalizationEngine.Engine.Delivery.Links;

namespace PersonalizationEngine.Engine.Tests.Delivery.Links;

public sealed class FoundLinksTests
{
    [Theory]
    [InlineData("<a href=\"https://a.example/?x=1&amp;y=2\">", "https://a.example/?x=1&y=2")]
    [InlineData("<A HREF = 'https://a.example'>", "https://a.example")]
    [InlineData("<a class=x href=https://a.example>", "https://a.example")]
    [InlineData("<area title='a > b' href='https://a.example'/>", "https://a.example")]
    [InlineData("<a\nhref\n=\n\"\thttps://a.example \">", "https://a.example")]
    [InlineData("<!-- <a href='https://a.example'> -->", "")]
    [InlineData("<a href='https://a.example", "")]
    [InlineData("a < b <a data-href='x' href=''>", "")]
    [InlineData("<", "")]
    public void Html_Links_AreFoundAsBrowsersDo(string html, string expected)
    {
        var found = new List<string>();
        var replaced = HtmlLinks.Replace(html, (url, isLeading) =>
        {
            if (isLeading) found.Add(url);
            return url;
        });

        Assert.Equal(expected, string.Join(' ', found));
        Assert.Equal(html, replaced);
    }

    [Theory]
    [InlineData("see https://a.example/x?y=1, or (http://b.example).", "see <https://a.example/x?y=1>, or (<http://b.example>).")]
    [InlineData("https://a.example", "<https://a.example>")]
    [InlineData("http httpx://no https:/no", "http httpx://no https:/no")]
    public void Text_Links_AreFoundWithoutWhatEndsTheSentence(string text, string expected) => Assert.Equal(expected, TextLinks.Replace(text, url => $"<{url}>"));

    [Theory]
    [InlineData("https://a.example/x", true, true)]
    [InlineData("mailto:a@b.example", true, true)]
    [InlineData("tel:+49151", true, true)]
    [InlineData("/path", false, true)]
    [InlineData("#top", false, true)]
    [InlineData("?a=b:c", false, true)]
    [InlineData("javascript:alert(1)", false, false)]
    [InlineData("java\nscript:alert(1)", false, false)]
    [InlineData(" \tJavaScript:alert(1)", false, false)]
    [InlineData("data:text/html,x", false, false)]
    [InlineData("vbscript:x", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("https://a.example/\r\nx", false, true)]
    public void Urls_Safe_AreToldFromOthers(string url, bool isWhole, bool isHarmless) =>
        Assert.Equal((isWhole, isHarmless), (SafeUrls.IsWhole(url), SafeUrls.IsHarmless(url)));
}
