namespace Bubblescript.Benchmarks;

/// <summary>The scripts that are measured in several places, so that their figures can be compared.</summary>
internal static class SampleScripts
{
    /// <summary>Answers every message with one and asks again.</summary>
    public const string Asking = """
        dialog main do
          repeat do
            ask "What?"
            count = count + 1
            say "You said #{answer}."
          end
        end
        """;

    /// <summary>Answers "I want to borrow a book" by a trigger.</summary>
    public const string Triggers = """
        dialog main do
          say "Hi."
        end

        dialog trigger: "borrow _ (book | disc)" do
          count = count + 1
          say "You said #{message.text}."
        end

        dialog trigger: "opening hours" do
          say "From nine to five."
        end
        """;
}
