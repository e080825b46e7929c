// One reader, many workers, results in the order of the input.
//
//     reader ── batches ──▶ workers ──▶ caller's thread, in order
//
// Items travel in batches, so that small articles do not cost a lock each; but as soon as a worker has nothing to do,
// it is given what has been read so far, so that a slow input shows its results without delay. No more than a fixed
// number of batches is on its way: memory is bounded by the largest items, however slow the output.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace rawi::cli {

template <class Item, class Result>
class Pipeline {
public:
    /// What `read` and `weight` use must be theirs (captured by value): a reader that is left alone outlives the
    /// pipeline.
    struct Steps {
        std::function<std::optional<Item>()> read;       ///< in the reader's thread
        std::function<std::size_t(const Item&)> weight;  ///< bytes, in the reader's thread
        std::function<Result(Item&&)> work;              ///< in any worker's thread, several at a time
    };

    /// Starts the reader and `workers` threads (at least one); fewer where the system gives no more. Throws
    /// `std::system_error` where it does not even give two.
    Pipeline(Steps steps, unsigned workers) : state_(std::make_shared<State>()) {
        state_->steps = std::move(steps);
        state_->workers = workers == 0 ? 1 : workers;
        reader_ = std::thread([state = state_] { state->read_on(); });
        try {
            for (unsigned i = 0; i < state_->workers; ++i)
                workers_.emplace_back([state = state_] { state->work_on(); });
        } catch (const std::system_error&) {
            if (!workers_.empty()) return;
            stop();
            reader_.detach();
            throw;
        }
    }

    /// Stops after the items that are being worked on. A reader that waits for input that may never come is left alone.
    ~Pipeline() {
        stop();
        for (std::thread& worker : workers_) worker.join();
        if (finished_) {
            reader_.join();
        } else {
            reader_.detach();  // it shares the state, which lives as long as it does
        }
    }

    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// Whether the next results are there already.
    [[nodiscard]] bool ready() const {
        const std::lock_guard lock(state_->mutex);
        return !state_->in_order.empty() && state_->in_order.front()->done;
    }

    /// The next results, in order; none when `patience` has run out; nothing at the end. Throws what a step threw.
    template <class Duration>
    std::optional<std::vector<Result>> next(Duration patience) {
        std::unique_lock lock(state_->mutex);
        const auto settled = [&] {
            return state_->in_order.empty() ? state_->read_all : state_->in_order.front()->done;
        };
        if (!state_->changed.wait_for(lock, patience, settled)) return std::vector<Result>{};
        if (state_->in_order.empty()) {
            finished_ = true;
            if (state_->reader_failed) std::rethrow_exception(state_->reader_failed);
            return std::nullopt;
        }
        const auto batch = std::move(state_->in_order.front());
        state_->in_order.pop_front();
        lock.unlock();
        state_->changed.notify_all();
        if (batch->failed) std::rethrow_exception(batch->failed);
        return std::move(batch->results);
    }

private:
    struct Batch {
        std::vector<Item> items;
        std::vector<Result> results;
        std::size_t weight = 0;
        std::exception_ptr failed;
        bool done = false;
    };

    struct State {
        static constexpr std::size_t heavy = 1 << 16;  // bytes that are worth a hand-over
        static constexpr std::size_t many = 64;        // items

        Steps steps;
        unsigned workers = 1;
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<std::shared_ptr<Batch>> in_order;  // all that are on their way, oldest first
        std::deque<std::shared_ptr<Batch>> waiting;   // those that no worker has taken yet
        std::shared_ptr<Batch> filling;               // what the reader is filling; null while it is empty
        unsigned idle = 0;
        bool read_all = false;
        bool stopped = false;
        std::exception_ptr reader_failed;

        void read_on() {
            try {
                while (auto item = steps.read()) {
                    const std::size_t weight = steps.weight(*item);
                    std::unique_lock lock(mutex);
                    if (!filling) filling = std::make_shared<Batch>();
                    filling->items.push_back(std::move(*item));
                    filling->weight += weight;
                    if (filling->weight >= heavy || filling->items.size() >= many) {
                        hand_over();
                        changed.wait(lock, [&] { return stopped || in_order.size() < std::size_t{2} * workers + 2; });
                    }
                    if (idle > 0) changed.notify_all();
                    if (stopped) return;
                }
            } catch (...) {
                const std::lock_guard lock(mutex);
                reader_failed = std::current_exception();
            }
            const std::lock_guard lock(mutex);
            if (filling) hand_over();
            read_all = true;
            changed.notify_all();
        }

        // Under the lock.
        void hand_over() {
            in_order.push_back(filling);
            waiting.push_back(std::move(filling));
            filling = nullptr;
        }

        void work_on() {
            std::unique_lock lock(mutex);
            for (;;) {
                ++idle;
                changed.wait(lock, [&] { return stopped || read_all || filling || !waiting.empty(); });
                --idle;
                if (waiting.empty() && filling) hand_over();
                if (stopped || waiting.empty()) return;
                const auto batch = std::move(waiting.front());
                waiting.pop_front();
                lock.unlock();
                work_on(*batch);
                lock.lock();
                batch->done = true;
                changed.notify_all();
            }
        }

        void work_on(Batch& batch) {
            try {
                batch.results.reserve(batch.items.size());
                for (Item& item : batch.items) batch.results.push_back(steps.work(std::move(item)));
            } catch (...) {
                batch.failed = std::current_exception();
            }
            batch.items.clear();
        }
    };

    void stop() {
        {
            const std::lock_guard lock(state_->mutex);
            state_->stopped = true;
        }
        state_->changed.notify_all();
    }

    std::shared_ptr<State> state_;
    std::vector<std::thread> workers_;
    std::thread reader_;
    bool finished_ = false;
};

}  // namespace rawi::cli
