# calls: heap_sort([i * 37 % 101 for i in range(40)])
def sift_down(heap, start, end):
    root = start
    while 2 * root + 1 < end:
        child = 2 * root + 1
        if child + 1 < end and heap[child] < heap[child + 1]:
            child += 1
        if heap[root] >= heap[child]:
            break
        swap = heap[root]
        heap[root] = heap[child]
        heap[child] = swap
        root = child


def heap_sort(values):
    heap = []
    for value in values:
        heap.append(value)
    start = len(heap) // 2 - 1
    while start >= 0:
        sift_down(heap, start, len(heap))
        start -= 1
    end = len(heap) - 1
    while end > 0:
        heap[0], heap[end] = heap[end], heap[0]
        sift_down(heap, 0, end)
        end -= 1
    return heap
