namespace SampleApp;

public sealed class Greeting
{
    private readonly string _word = "Hello";

    public string For(string name) => $"{_word}, {name}";
}
